-- What staff write on a client's page, of every kind in one table: their own entries, kept by every rebuild,
-- and only ever added to or withdrawn. They refer to the client, and where they are of one stay to its episode,
-- by identities that no rebuild changes. What an entry says is checked by the contract of its kind
-- (domain/client-progress/client-entry.contract.ts).
CREATE TABLE client_entry (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is kept once.
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  -- `null`: of the client, whichever stay it is.
  episode_id      uuid,
  kind            text NOT NULL CHECK (kind <> ''),
  says            jsonb NOT NULL,
  -- What the source said of the same when it was written: what it says later is held against this.
  based_on        jsonb,
  made_by         text NOT NULL,
  made_by_staff   uuid,
  -- By the clinic's clock.
  made_at         timestamptz NOT NULL,
  -- Of two of one instant the later.
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT client_entry_withdrawn_by_whom CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX client_entry_of_client ON client_entry (organization_id, client_id, kind);
CREATE INDEX client_entry_of_episode ON client_entry (organization_id, episode_id, kind) WHERE episode_id IS NOT NULL;

ALTER TABLE client_entry ENABLE ROW LEVEL SECURITY;
-- Notes for the case review and reviews of scores were tables of their own. The owner is bound by policies as well.
ALTER TABLE case_note NO FORCE ROW LEVEL SECURITY;
ALTER TABLE score_review NO FORCE ROW LEVEL SECURITY;
INSERT INTO client_entry (organization_id, id, client_id, kind, says, made_by, made_by_staff, made_at, withdrawn_by, withdrawn_at)
SELECT * FROM (
  SELECT organization_id, id, client_id, 'case-note' AS kind, jsonb_build_object('words', words) AS says,
         made_by, made_by_staff, made_at, withdrawn_by, withdrawn_at FROM case_note
  UNION ALL
  SELECT organization_id, id, client_id, 'score-review',
         jsonb_build_object('instrument', instrument, 'day', day, 'plan', plan, 'because', because),
         made_by, made_by_staff, made_at, withdrawn_by, withdrawn_at FROM score_review) before
 ORDER BY made_at, id;
DROP TABLE case_note;
DROP TABLE score_review;
ALTER TABLE client_entry FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON client_entry TO throughline_reader;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON client_entry TO throughline_reader;
DO $$
DECLARE
  within_reach CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[])'
    || ' AND r.client_id = client_entry.client_id AND r.via <> ''roster''))';
BEGIN
  EXECUTE format('CREATE POLICY reader ON client_entry FOR SELECT TO throughline_reader USING (%s)', within_reach);
  EXECUTE format('CREATE POLICY reader_adds ON client_entry FOR INSERT TO throughline_reader WITH CHECK (%s'
    || ' AND withdrawn_at IS NULL AND made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', within_reach);
  -- Once: what is withdrawn stays as it is.
  EXECUTE format('CREATE POLICY reader_withdraws ON client_entry FOR UPDATE TO throughline_reader'
    || ' USING (withdrawn_at IS NULL AND %s) WITH CHECK (withdrawn_at IS NOT NULL)', within_reach);
END $$;
