-- Clients who are not to meet in a session, as staff write it down: neither is offered a session to make up
-- where the other is booked. Only ever added to; what was withdrawn stays, with who and when.
CREATE TABLE kept_apart (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is kept once.
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  other_id        uuid NOT NULL CHECK (other_id <> client_id),
  reason          text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 200),
  made_by         text NOT NULL,
  made_by_staff   uuid,
  -- By the clinic's clock.
  made_at         timestamptz NOT NULL,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX kept_apart_of_client ON kept_apart (organization_id, client_id);
CREATE INDEX kept_apart_of_other ON kept_apart (organization_id, other_id);

ALTER TABLE kept_apart ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_apart FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON kept_apart TO throughline_reader;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON kept_apart TO throughline_reader;
-- Whoever reaches one of the two by more than a roster, or covers who does. Of the other they may know
-- the name from a roster, or not at all.
DO $$
DECLARE
  within_reach CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[]) AND r.via <> ''roster'''
    || ' AND r.client_id IN (kept_apart.client_id, kept_apart.other_id)))';
BEGIN
  EXECUTE format('CREATE POLICY reader ON kept_apart FOR SELECT TO throughline_reader USING (%s)', within_reach);
  EXECUTE format('CREATE POLICY reader_withdraws ON kept_apart FOR UPDATE TO throughline_reader USING (%s)', within_reach);
  EXECUTE format('CREATE POLICY reader_adds ON kept_apart FOR INSERT TO throughline_reader WITH CHECK (%s AND '
    || 'made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', within_reach);
END $$;

-- In which sessions somebody is booked who is kept apart from a client of the reader's: the sessions alone
-- come out, never who it is.
GRANT SELECT ON kept_apart, client_reach TO throughline_places;
CREATE POLICY places ON kept_apart FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY places ON client_reach FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));
GRANT USAGE, CREATE ON SCHEMA public TO throughline_places;

CREATE FUNCTION sessions_kept_apart(starting timestamptz, until timestamptz)
  RETURNS TABLE (client_id uuid, session_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT DISTINCT pair.own, a.session_id
      FROM (SELECT k.client_id AS own, k.other_id AS other, k.made_at, k.withdrawn_at FROM kept_apart k
             WHERE k.organization_id = reader_organization()
             UNION ALL
            SELECT k.other_id, k.client_id, k.made_at, k.withdrawn_at FROM kept_apart k
             WHERE k.organization_id = reader_organization()) pair
      JOIN attendance a ON a.organization_id = reader_organization() AND a.client_id = pair.other
     WHERE pair.made_at <= starting AND (pair.withdrawn_at IS NULL OR pair.withdrawn_at > starting)
       AND a.starts_at > starting AND a.starts_at < until AND NOT a.waitlisted AND NOT a.walk_in
       AND (a.outcome IS NULL OR a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'))
       AND (reader_sees_every_client() OR EXISTS (
             SELECT FROM client_reach r
              WHERE r.organization_id = reader_organization() AND r.staff_id = ANY (reader_reaches())
                AND r.client_id = pair.own AND r.via <> 'roster'))
  $$;
ALTER FUNCTION sessions_kept_apart(timestamptz, timestamptz) OWNER TO throughline_places;
REVOKE ALL ON FUNCTION sessions_kept_apart(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sessions_kept_apart(timestamptz, timestamptz) TO throughline_reader;
REVOKE CREATE ON SCHEMA public FROM throughline_places;
