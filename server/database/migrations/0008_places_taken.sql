-- How many places of a group's session are taken, whoever takes them: a counselor asks where there is
-- room, and sees the bookings of their own clients alone. Counts of sessions, never of anybody.
DO $$ BEGIN
  CREATE ROLE throughline_places NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the whole cluster
END $$;
GRANT throughline_places TO CURRENT_USER;
GRANT USAGE, CREATE ON SCHEMA public TO throughline_places;
GRANT SELECT ON attendance TO throughline_places;
CREATE POLICY places ON attendance FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));

CREATE FUNCTION places_taken(starting timestamptz, until timestamptz)
  RETURNS TABLE (session_id uuid, service_id uuid, starts_at timestamptz, ends_at timestamptz, taken integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT a.session_id, a.service_id, min(a.starts_at), max(a.ends_at), count(*)::int
      FROM attendance a
     WHERE a.organization_id = reader_organization() AND a.starts_at > starting AND a.starts_at < until
       AND a.kind = 'group' AND a.service_id IS NOT NULL AND NOT a.walk_in
       AND (a.outcome IS NULL OR a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'))
     GROUP BY a.session_id, a.service_id
  $$;
ALTER FUNCTION places_taken(timestamptz, timestamptz) OWNER TO throughline_places;
REVOKE ALL ON FUNCTION places_taken(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_taken(timestamptz, timestamptz) TO throughline_reader;
REVOKE CREATE ON SCHEMA public FROM throughline_places;
