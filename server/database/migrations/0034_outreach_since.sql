-- Since when outreach can be logged here: from the first reading on, since the list asks for it from then.
-- Where nobody ever logged any, what was due since is known not to be logged; before, nothing is known.
CREATE POLICY logged_since ON sync_run FOR SELECT TO CURRENT_USER
  USING (organization_id = (SELECT reader_organization()));
CREATE OR REPLACE FUNCTION outreach_logged_since() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT least((SELECT min(made_at) FROM contact WHERE organization_id = reader_organization()),
                     (SELECT min(started_at) FROM sync_run WHERE organization_id = reader_organization())) $$;

-- When the next safety task of anybody's escalates if nobody acknowledges it: whoever is on call must be
-- asked for it on the minute, and sees nothing of it before. As the owner; the moment alone comes out.
CREATE FUNCTION next_escalation() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT min(at) FROM (
    SELECT s.known_at + make_interval(mins => nullif(current_setting('throughline.acknowledge_minutes', true), '')::integer) AS at
      FROM safety_signal s WHERE s.organization_id = reader_organization()) deadline
   WHERE at > reader_now() $$;
