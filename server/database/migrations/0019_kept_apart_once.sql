-- Who is kept apart, once: what is withdrawn stays as it was, and of two there is one entry that stands,
-- whoever wrote it down and however often.

-- Of what was written twice before, the first stands. The owner is bound by the policies as well.
ALTER TABLE kept_apart NO FORCE ROW LEVEL SECURITY;
UPDATE kept_apart k SET withdrawn_by = k.made_by, withdrawn_at = k.made_at
 WHERE k.withdrawn_at IS NULL AND EXISTS (
   SELECT FROM kept_apart first
    WHERE first.organization_id = k.organization_id AND first.withdrawn_at IS NULL
      AND least(first.client_id, first.other_id) = least(k.client_id, k.other_id)
      AND greatest(first.client_id, first.other_id) = greatest(k.client_id, k.other_id)
      AND (first.made_at, first.id) < (k.made_at, k.id));
ALTER TABLE kept_apart FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX kept_apart_once ON kept_apart
  (organization_id, least(client_id, other_id), greatest(client_id, other_id)) WHERE withdrawn_at IS NULL;
ALTER TABLE kept_apart ADD CONSTRAINT withdrawn_by_whom CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));

-- Beside who may: no other change than that an entry which stands is withdrawn.
CREATE POLICY stands_when_added ON kept_apart AS RESTRICTIVE FOR INSERT TO throughline_reader
  WITH CHECK (withdrawn_at IS NULL);
CREATE POLICY withdrawn_once ON kept_apart AS RESTRICTIVE FOR UPDATE TO throughline_reader
  USING (withdrawn_at IS NULL) WITH CHECK (withdrawn_at IS NOT NULL);

-- What was written of a record that was merged since holds for whoever it was merged into, to the last, as
-- its sessions do (server/data-sources/merged-clients.ts); records that replace each other in a circle stay as
-- they are. Asked as the house, not as the reader: it gives an id for an id, and no more of anybody.
GRANT SELECT (organization_id, id, merged_into) ON client TO throughline_places;
CREATE POLICY places ON client FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));
GRANT USAGE, CREATE ON SCHEMA public TO throughline_places;

CREATE FUNCTION survivor_of(asked uuid) RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
DECLARE
  seen uuid[] := ARRAY[asked];
  next uuid;
BEGIN
  LOOP
    SELECT c.merged_into INTO next FROM client c
     WHERE c.organization_id = reader_organization() AND c.id = seen[cardinality(seen)];
    IF next IS NULL THEN RETURN seen[cardinality(seen)]; END IF;
    IF next = ANY (seen) THEN RETURN asked; END IF;
    seen := seen || next;
  END LOOP;
END $$;
ALTER FUNCTION survivor_of(uuid) OWNER TO throughline_places;
REVOKE ALL ON FUNCTION survivor_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION survivor_of(uuid) TO throughline_reader;

-- As in 0018, by survivors. Two records that turn out to be one person's keep nobody apart.
CREATE OR REPLACE FUNCTION sessions_kept_apart(starting timestamptz, until timestamptz)
  RETURNS TABLE (client_id uuid, session_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    WITH stood AS MATERIALIZED (
      -- Hardly anybody was merged: asked of each, it would cost more than all the rest.
      SELECT CASE WHEN one.merged_into IS NULL THEN k.client_id ELSE survivor_of(k.client_id) END AS one,
             CASE WHEN two.merged_into IS NULL THEN k.other_id ELSE survivor_of(k.other_id) END AS two
        FROM kept_apart k
        LEFT JOIN client one ON one.organization_id = k.organization_id AND one.id = k.client_id
        LEFT JOIN client two ON two.organization_id = k.organization_id AND two.id = k.other_id
       WHERE k.organization_id = reader_organization() AND k.made_at <= starting
         AND (k.withdrawn_at IS NULL OR k.withdrawn_at > starting))
    SELECT DISTINCT pair.own, a.session_id
      FROM (SELECT one AS own, two AS other FROM stood UNION SELECT two, one FROM stood) pair
      JOIN attendance a ON a.organization_id = reader_organization() AND a.client_id = pair.other
     WHERE pair.own <> pair.other
       AND a.starts_at > starting AND a.starts_at < until AND NOT a.waitlisted AND NOT a.walk_in
       AND (a.outcome IS NULL OR a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'))
       AND (reader_sees_every_client() OR EXISTS (
             SELECT FROM client_reach r
              WHERE r.organization_id = reader_organization() AND r.staff_id = ANY (reader_reaches())
                AND r.client_id = pair.own AND r.via <> 'roster'))
  $$;
REVOKE CREATE ON SCHEMA public FROM throughline_places;
