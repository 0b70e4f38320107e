-- Who asks after those who left, a peer specialist or an aftercare coordinator, reaches whoever left a site
-- they work at, for as long as the last window of a follow-up is open: 365 and 30 days, and a day. Of a stay
-- that only its sessions tell of, from two weeks after the last of them. Staff who need it for treatment may
-- be told within the program (42 CFR 2.12(c)(3)), and no more than they need (45 CFR 164.502(b)).
DO $$ BEGIN
  CREATE ROLE throughline_follow_up NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the whole cluster
END $$;
GRANT throughline_follow_up TO CURRENT_USER;
GRANT USAGE, CREATE ON SCHEMA public TO throughline_follow_up;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff_role', 'site', 'program', 'episode'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO throughline_follow_up', t);
    EXECUTE format('CREATE POLICY follow_up ON %I FOR SELECT TO throughline_follow_up'
      || ' USING (organization_id = (SELECT reader_organization()))', t);
  END LOOP;
END $$;

-- The ids alone come out; nobody's without a request that says what time it is.
CREATE FUNCTION left_where_reader_works() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(array_agg(DISTINCT e.client_id), '{}')
      FROM staff_role r
      JOIN site ON site.organization_id = r.organization_id AND site.id = r.site_id
      JOIN program p ON p.organization_id = r.organization_id AND p.site_id = r.site_id
      JOIN episode e ON e.organization_id = p.organization_id AND e.unit_id = p.unit_id
     CROSS JOIN LATERAL (SELECT (reader_now() AT TIME ZONE site.time_zone)::date AS day) today
     WHERE r.organization_id = reader_organization() AND r.staff_id = reader_staff()
       AND coalesce(e.ended_on, e.last_contact_on + 14) BETWEEN today.day - 396 AND today.day
  $$;
ALTER FUNCTION left_where_reader_works() OWNER TO throughline_follow_up;
REVOKE ALL ON FUNCTION left_where_reader_works() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION left_where_reader_works() TO throughline_reader;
REVOKE CREATE ON SCHEMA public FROM throughline_follow_up;

CREATE FUNCTION reader_follows_up() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN reader_role() IN ('peer', 'aftercare') THEN left_where_reader_works() ELSE '{}' END $$;

-- They see whom to ask after and how, since when, and the contact log, which they add to. Nothing of what
-- treatment was: no session, score, test, medication, goal or record as received.
DO $$
DECLARE
  t text;
  followed CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND %I = ANY ((SELECT reader_follows_up())::uuid[])';
BEGIN
  FOREACH t IN ARRAY ARRAY['client_particulars', 'episode', 'contact', 'contact_rules'] LOOP
    EXECUTE format('CREATE POLICY reader_follows_up ON %I FOR SELECT TO throughline_reader USING (' || followed || ')',
      t, 'client_id');
  END LOOP;
  EXECUTE format('CREATE POLICY reader_follows_up ON client FOR SELECT TO throughline_reader USING (' || followed || ')',
    'id');
  -- Of why treatment ended, that the client died (TEDS-D REASON 6): nobody is to call.
  EXECUTE format('CREATE POLICY reader_follows_up ON discharge_statement FOR SELECT TO throughline_reader USING ('
    || followed || ' AND reason = 6)', 'client_id');
  EXECUTE format('CREATE POLICY reader_follows_up_adds ON contact FOR INSERT TO throughline_reader WITH CHECK ('
    || followed || ' AND made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', 'client_id');
END $$;
