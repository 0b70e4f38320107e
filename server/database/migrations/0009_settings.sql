-- What an organization set in place of the product's defaults, from a day on. A journal: a change is a
-- row, and so is taking one back; nothing is overwritten. Kept by every rebuild, which derives by it.
CREATE TABLE setting_value (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is set once.
  id              uuid NOT NULL,
  -- The order of the journal: of two values for the same day the later one holds.
  entry           bigint GENERATED ALWAYS AS IDENTITY,
  setting         text NOT NULL,
  -- The identity of the program; null: of the whole organization.
  program_id      uuid,
  effective_on    date NOT NULL,
  value           double precision,
  -- The value that this row takes back.
  withdraws       uuid,
  set_by          text NOT NULL,
  set_by_staff    uuid,
  -- By the clinic's clock.
  set_at          timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, withdraws),
  CHECK ((value IS NULL) = (withdraws IS NOT NULL))
);

ALTER TABLE setting_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting_value FORCE ROW LEVEL SECURITY;
GRANT SELECT ON setting_value TO throughline_sync;
GRANT SELECT, INSERT ON setting_value TO throughline_reader;
-- It names no client, and every page is made by it.
CREATE POLICY sync ON setting_value FOR SELECT TO throughline_sync
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY reader ON setting_value FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY reader_sets ON setting_value FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND set_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND (SELECT reader_role()) = 'admin');
