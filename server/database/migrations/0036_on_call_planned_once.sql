-- Whose safety tasks have come to the reader, as before (0012): every policy of a client's name asks for it.
-- A function in SQL is planned anew at each call, which took a sixth of a caseload's time; this one is planned
-- once a connection.
CREATE OR REPLACE FUNCTION reader_is_on_call_for() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN (
  SELECT coalesce(array_agg(DISTINCT s.client_id), '{}')
    FROM on_call_span o
    JOIN safety_signal s ON s.organization_id = o.organization_id
    LEFT JOIN LATERAL (
      SELECT place.id AS site_id, place.time_zone FROM episode e
        LEFT JOIN LATERAL (
          SELECT site.id, site.time_zone FROM program
            JOIN site ON site.organization_id = program.organization_id AND site.id = program.site_id
           WHERE program.organization_id = e.organization_id AND program.unit_id = e.unit_id ORDER BY program.id LIMIT 1) place ON true
       WHERE e.organization_id = s.organization_id AND e.client_id = s.client_id
       ORDER BY e.admitted_on DESC, e.id LIMIT 1) care ON true
    -- A supply that was to end is known when it has.
    CROSS JOIN LATERAL (
      SELECT greatest(s.known_at, CASE WHEN s.rule = 'medication'
               THEN s.arose_on::timestamp AT TIME ZONE coalesce(care.time_zone, 'UTC') END)
             + make_interval(mins => nullif(current_setting('throughline.acknowledge_minutes', true), '')::integer) AS at) deadline
   WHERE o.organization_id = reader_organization() AND o.staff_id = reader_staff() AND o.withdrawn_at IS NULL
     AND o.from_at <= reader_now() AND reader_now() < o.until_at
     AND (o.site_id IS NULL OR o.site_id = care.site_id)
     AND deadline.at <= reader_now()
     AND NOT EXISTS (SELECT FROM safety_entry e
                      WHERE e.organization_id = s.organization_id AND e.client_id = s.client_id
                        AND e.signal_key = s.key AND e.act <> 'reopened' AND e.made_at < deadline.at)
     AND (SELECT e.act FROM safety_entry e
           WHERE e.organization_id = s.organization_id AND e.client_id = s.client_id
             AND e.signal_key = s.key AND e.act <> 'acknowledged' ORDER BY e.seq DESC LIMIT 1) IS DISTINCT FROM 'assessed');
END $$;
