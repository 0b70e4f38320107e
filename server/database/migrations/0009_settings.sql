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

-- Days on which a site is closed, as staff say it: a holiday, a flood. What the schedule itself shows to
-- have been cancelled is found apart from these. What was withdrawn stays, with who and when.
CREATE TABLE closure (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is set once.
  id              uuid NOT NULL,
  -- The identity of the site; null: every site.
  site_id         uuid,
  first_day       date NOT NULL,
  last_day        date NOT NULL CHECK (last_day >= first_day),
  words           text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 120),
  set_by          text NOT NULL,
  set_by_staff    uuid,
  -- By the clinic's clock.
  set_at          timestamptz NOT NULL,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX closure_by_day ON closure (organization_id, first_day);

ALTER TABLE closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE closure FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON closure TO throughline_reader;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON closure TO throughline_reader;
-- It names no client: everybody of the organization sees it beside the chart it explains.
CREATE POLICY reader ON closure FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY reader_sets ON closure FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND set_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND (SELECT reader_role()) = 'admin');
CREATE POLICY reader_withdraws ON closure FOR UPDATE TO throughline_reader
  USING (organization_id = (SELECT reader_organization()) AND (SELECT reader_role()) = 'admin');

-- A value is tried on everybody's list before it is saved; a list says what was done after a miss, and
-- whether an answer was assessed.
GRANT SELECT ON contact, safety_entry TO throughline_sync;
CREATE POLICY sync ON contact FOR SELECT TO throughline_sync
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY sync ON safety_entry FOR SELECT TO throughline_sync
  USING (organization_id = (SELECT reader_organization()));
