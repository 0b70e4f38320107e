-- With whom a contact was: the client, or somebody who stands by them, by that person's record. Whether the
-- client allows it is asked of their recorded consent; where none is recorded, that somebody asked them first
-- is written down with it (42 CFR 2.31, at any age).
ALTER TABLE contact ADD COLUMN with_support uuid;
ALTER TABLE contact ADD COLUMN asked_first boolean NOT NULL DEFAULT false CHECK (NOT asked_first OR with_support IS NOT NULL);
