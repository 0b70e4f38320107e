-- How a client may be contacted, as staff write it down: each entry is all of it, and the last one holds.
-- Not recorded is neither allowed nor forbidden. What the source says stays as it came.
CREATE TABLE contact_rules (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is kept once.
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  -- The entry that was in force when this one was written.
  replaces        uuid,
  phone           text NOT NULL CHECK (phone IN ('allowed', 'not-allowed', 'not-recorded')),
  voicemail       text NOT NULL CHECK (voicemail IN ('allowed', 'not-allowed', 'not-recorded')),
  text            text NOT NULL CHECK (text IN ('allowed', 'not-allowed', 'not-recorded')),
  letter          text NOT NULL CHECK (letter IN ('allowed', 'not-allowed', 'not-recorded')),
  email           text NOT NULL CHECK (email IN ('allowed', 'not-allowed', 'not-recorded')),
  names_program   text NOT NULL CHECK (names_program IN ('allowed', 'not-allowed', 'not-recorded')),
  reason          text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 200),
  made_by         text NOT NULL,
  made_by_staff   uuid,
  -- By the clinic's clock.
  made_at         timestamptz NOT NULL,
  -- In the order in which they came: two may be of one instant of the clinic's clock.
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX contact_rules_of_client ON contact_rules (organization_id, client_id, seq);

ALTER TABLE contact_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_rules FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON contact_rules TO throughline_reader;
-- As for the contacts: whoever reaches the client by more than a roster, or covers who does.
DO $$
DECLARE
  within_reach CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[])'
    || ' AND r.client_id = contact_rules.client_id AND r.via <> ''roster''))';
BEGIN
  EXECUTE format('CREATE POLICY reader ON contact_rules FOR SELECT TO throughline_reader USING (%s)', within_reach);
  EXECUTE format('CREATE POLICY reader_adds ON contact_rules FOR INSERT TO throughline_reader WITH CHECK (%s AND '
    || 'made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', within_reach);
END $$;
