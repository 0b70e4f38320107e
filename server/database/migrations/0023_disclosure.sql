-- What a consent permits is for a purpose (HL7 v3 ActReason: TREAT, HPAYMT, HOPERAT); none where its record
-- names none. Read from what is received from here on; a rebuild reads it from all that was.
ALTER TABLE consent ADD COLUMN purposes text[] NOT NULL DEFAULT '{}';

-- What left the program about a client: to whom, what, why, under which consent, by whom and when (42 CFR 2.25;
-- kept six years and more, 45 CFR 164.316). The program's own entries, of every kind of disclosure: a packet
-- for a payer, a sheet for who treats next, a report to a court. Only ever added to.
CREATE TABLE disclosure (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is kept once.
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('utilization-review', 'hand-off', 'court-report')),
  recipient       text NOT NULL CHECK (char_length(recipient) BETWEEN 1 AND 200),
  address         text CHECK (char_length(address) BETWEEN 1 AND 300),
  purpose         text NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 200),
  what            text[] NOT NULL CHECK (cardinality(what) > 0),
  -- Our id of the consent's record, which no rebuild drops; null where something else than a consent permits it.
  consent_id      uuid,
  made_by         text NOT NULL,
  made_by_staff   uuid,
  -- By the clinic's clock.
  made_at         timestamptz NOT NULL,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX disclosure_of_client ON disclosure (organization_id, client_id, made_at);

ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON disclosure TO throughline_reader;
DO $$
DECLARE
  within_reach CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[])'
    || ' AND r.client_id = disclosure.client_id AND r.via <> ''roster''))';
BEGIN
  EXECUTE format('CREATE POLICY reader ON disclosure FOR SELECT TO throughline_reader USING (%s)', within_reach);
  EXECUTE format('CREATE POLICY reader_adds ON disclosure FOR INSERT TO throughline_reader WITH CHECK (%s AND '
    || 'made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', within_reach);
END $$;
