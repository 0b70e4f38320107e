-- Clients are looked for by how a name, or a record number, begins. Kept as columns: under row level
-- security an index is used only for comparisons that cannot tell of rows out of reach, and lower() is none.

ALTER TABLE client
  ADD COLUMN family_key text COLLATE "C" GENERATED ALWAYS AS (lower(family_name)) STORED,
  ADD COLUMN given_key  text COLLATE "C" GENERATED ALWAYS AS (lower(given_name)) STORED,
  ADD COLUMN initials   text COLLATE "C" GENERATED ALWAYS AS (lower(left(given_name, 1) || left(family_name, 1))) STORED;
CREATE INDEX client_by_family ON client (organization_id, family_key);
CREATE INDEX client_by_given ON client (organization_id, given_key);
CREATE INDEX client_by_initials ON client (organization_id, initials);

ALTER TABLE client_particulars
  ADD COLUMN record_key text COLLATE "C" GENERATED ALWAYS AS (lower(record_number)) STORED;
CREATE INDEX client_by_record_number ON client_particulars (organization_id, record_key);
