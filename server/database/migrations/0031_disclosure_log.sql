-- Where an organization is; of those only that somebody has written down. Derived like its name.
ALTER TABLE unit ADD COLUMN address text;
-- Whether a consent is to those in the criminal justice system who made treatment a condition (42 CFR 2.35).
ALTER TABLE consent ADD COLUMN criminal_justice boolean NOT NULL DEFAULT false;

-- Of a report to a court: which duty it answers, up to which of its due days, and what time it tells of.
ALTER TABLE disclosure
  ADD COLUMN duty_id     uuid,
  ADD COLUMN answers_due date,
  ADD COLUMN from_day    date,
  ADD COLUMN to_day      date;

-- A disclosure that was tried and refused: nothing left. Kept apart from what did, and only ever added to.
CREATE TABLE disclosure_refusal (
  organization_id uuid NOT NULL,
  -- That of the disclosure that was tried: sent twice, it is kept once a reason.
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('utilization-review', 'hand-off', 'court-report')),
  recipient       text NOT NULL CHECK (char_length(recipient) BETWEEN 1 AND 200),
  reason          text NOT NULL CHECK (reason <> ''),
  -- As it was said to whoever tried.
  words           text NOT NULL,
  made_by         text NOT NULL,
  made_by_staff   uuid,
  -- By the clinic's clock.
  made_at         timestamptz NOT NULL,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (organization_id, id, reason)
);
CREATE INDEX disclosure_refusal_of_client ON disclosure_refusal (organization_id, client_id, made_at);
CREATE INDEX disclosure_by_time ON disclosure (organization_id, made_at);
CREATE INDEX disclosure_refusal_by_time ON disclosure_refusal (organization_id, made_at);

ALTER TABLE disclosure_refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_refusal FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON disclosure_refusal TO throughline_reader;
DO $$
DECLARE
  within_reach CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[])'
    || ' AND r.client_id = disclosure_refusal.client_id AND r.via <> ''roster''))';
  t text;
BEGIN
  EXECUTE format('CREATE POLICY reader ON disclosure_refusal FOR SELECT TO throughline_reader USING (%s)', within_reach);
  EXECUTE format('CREATE POLICY reader_adds ON disclosure_refusal FOR INSERT TO throughline_reader WITH CHECK (%s AND '
    || 'made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', within_reach);
  -- Both follow a client's record into the one it was merged into, as everything does that staff wrote.
  FOREACH t IN ARRAY ARRAY['disclosure', 'disclosure_refusal'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN written_of uuid', t);
    EXECUTE format('CREATE INDEX %I ON %I (organization_id, written_of) WHERE written_of IS NOT NULL', t || '_written_of', t);
    EXECUTE format('GRANT SELECT (organization_id, client_id, written_of), UPDATE (client_id, written_of) ON %I TO throughline_sync', t);
    EXECUTE format('CREATE POLICY follows ON %I FOR SELECT TO throughline_sync USING (organization_id = (SELECT reader_organization()))', t);
    EXECUTE format('CREATE POLICY moves ON %I FOR UPDATE TO throughline_sync USING (organization_id = (SELECT reader_organization()))', t);
  END LOOP;
END $$;
