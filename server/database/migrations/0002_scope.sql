-- Who may read and write which rows. Enforced here, whatever the queries say: each role sees only
-- what a policy names, and the owner is bound as well (FORCE).
--
--   throughline_reader  a person, through the API
--   throughline_sync    the sync and the rebuild, in one organization
--   throughline_gate    the sign-in

DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['throughline_reader', 'throughline_sync', 'throughline_gate'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the whole cluster
    END;
    EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  END LOOP;
END $$;

CREATE FUNCTION reader_sees_every_client() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT reader_role() = 'director' $$;

DO $$
DECLARE
  t text;
  own_organization CONSTANT text := 'organization_id = (SELECT reader_organization())';
  -- EXISTS, not IN: the planner may then look up one client, or gather them all, as the query needs.
  within_reach CONSTANT text := own_organization || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = (SELECT reader_staff()) AND r.client_id = %I.%I AND r.via <> ''roster''))';
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
             AND tablename NOT IN ('organization', 'schema_migration') LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    CONTINUE WHEN t IN ('access_log', 'sign_in');
    EXECUTE format('GRANT SELECT ON %I TO throughline_reader', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO throughline_sync', t);
    EXECUTE format('CREATE POLICY sync ON %I TO throughline_sync USING (%s)', t, own_organization);
  END LOOP;

  -- No client in these: everybody of the organization.
  FOREACH t IN ARRAY ARRAY['data_source', 'sync_run', 'sync_cursor', 'identity', 'received_count', 'site', 'unit',
                           'program', 'service', 'staff', 'staff_role', 'team', 'team_member'] LOOP
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (%s)', t, own_organization);
  END LOOP;
  -- What was held back says why, never whose; the record behind it keeps its own policy.
  EXECUTE format('CREATE POLICY reader ON held_back FOR SELECT TO throughline_reader USING (%s)', own_organization);

  FOREACH t IN ARRAY ARRAY['client_particulars', 'episode', 'episode_hold', 'plan_phase', 'encounter', 'episode_week',
                           'episode_span'] LOOP
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (' || within_reach || ')', t, t, 'client_id');
  END LOOP;
  -- Who leads a group sees its roster.
  EXECUTE format('CREATE POLICY reader ON attendance FOR SELECT TO throughline_reader USING ((' || within_reach
    || ') OR (' || own_organization || ' AND facilitator_id = (SELECT reader_staff())))', 'attendance', 'client_id');
  EXECUTE format('CREATE POLICY reader ON client FOR SELECT TO throughline_reader USING ('
    || replace(within_reach, ' AND r.via <> ''roster''', '') || ')', 'client', 'id');
  EXECUTE format('CREATE POLICY reader ON client_reach FOR SELECT TO throughline_reader USING ('
    || own_organization || ' AND staff_id = (SELECT reader_staff()))');
  -- A record that names clients needs every one of them in reach; one that could not be read, all.
  EXECUTE format('CREATE POLICY reader ON source_record FOR SELECT TO throughline_reader USING ('
    || own_organization || ' AND ((SELECT reader_sees_every_client()) OR client_ids <@ ('
    || 'SELECT coalesce(array_agg(r.client_id), ''{}'') FROM client_reach r'
    || ' WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = (SELECT reader_staff()) AND r.via <> ''roster'')))');
  -- Aggregates over everybody: with the permission for them.
  FOREACH t IN ARRAY ARRAY['program_week', 'program_week_total'] LOOP
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING ('
      || own_organization || ' AND (SELECT reader_role()) IN (''supervisor'', ''director''))', t);
  END LOOP;
END $$;

-- Added to by whoever reads, read by nobody yet.
GRANT INSERT ON access_log TO throughline_reader;
CREATE POLICY reader ON access_log FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND staff_id IS NOT DISTINCT FROM (SELECT reader_staff()) AND role = (SELECT reader_role()));

-- The gate finds and keeps sign-ins, and chooses whom a demo's personas stand for.
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in TO throughline_gate;
CREATE POLICY gate ON sign_in TO throughline_gate USING (true);
GRANT SELECT ON organization TO throughline_gate, throughline_reader, throughline_sync;
GRANT SELECT ON staff, staff_role, team, team_member, site, episode, data_source, sync_run TO throughline_gate;
CREATE POLICY gate ON staff FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON staff_role FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON team FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON team_member FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON site FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON episode FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON data_source FOR SELECT TO throughline_gate USING (true);
CREATE POLICY gate ON sync_run FOR SELECT TO throughline_gate USING (true);
