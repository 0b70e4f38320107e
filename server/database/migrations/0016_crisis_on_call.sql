-- Who is on call and has got a safety task must be able to act: for the one request that shows the crisis
-- particulars (server/outreach/crisis-particulars.queries.ts says so by a setting of its own) they reach what
-- those are made of, and of sessions the ones around now. Staff who need it to provide treatment may be told
-- within the program (42 CFR 2.12(c)(3)). At any other request these policies open nothing.
CREATE FUNCTION reader_acts_in_crisis_of() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('throughline.crisis', true) = 'on' THEN reader_is_on_call_for() ELSE '{}' END $$;

DO $$
DECLARE
  t text;
  acts_in_crisis CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND client_id = ANY ((SELECT reader_acts_in_crisis_of())::uuid[])';
BEGIN
  FOREACH t IN ARRAY ARRAY['client_particulars', 'client_flag', 'goal', 'support_person', 'consent',
                           'consent_recipient', 'episode'] LOOP
    EXECUTE format('CREATE POLICY reader_in_crisis ON %I FOR SELECT TO throughline_reader USING (%s)', t, acts_in_crisis);
  END LOOP;
  EXECUTE format('CREATE POLICY reader_in_crisis ON attendance FOR SELECT TO throughline_reader USING (%s'
    || ' AND starts_at BETWEEN (SELECT reader_now()) - interval ''1 day'' AND (SELECT reader_now()) + interval ''1 day'')',
    acts_in_crisis);
END $$;
