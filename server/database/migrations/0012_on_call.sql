-- Who is on call, from a moment to a moment: whom a safety task goes to that nobody acknowledged in time.
-- None is set at first; then it goes to who supervises the client's team. Only ever added to; what was
-- withdrawn stays, with who and when.
CREATE TABLE on_call_span (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is set once.
  id              uuid NOT NULL,
  staff_id        uuid NOT NULL,
  -- The identity of the site; null: every site.
  site_id         uuid,
  from_at         timestamptz NOT NULL,
  until_at        timestamptz NOT NULL CHECK (until_at > from_at),
  -- The clock on which the two moments were given.
  time_zone       text NOT NULL,
  set_by          text NOT NULL,
  set_by_staff    uuid,
  -- By the clinic's clock.
  set_at          timestamptz NOT NULL,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX on_call_by_end ON on_call_span (organization_id, until_at);

ALTER TABLE on_call_span ENABLE ROW LEVEL SECURITY;
ALTER TABLE on_call_span FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON on_call_span TO throughline_reader;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON on_call_span TO throughline_reader;
-- It names no client: the house knows who is on call.
CREATE POLICY reader ON on_call_span FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY reader_sets ON on_call_span FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND set_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND (SELECT reader_role()) = 'admin');
CREATE POLICY reader_withdraws ON on_call_span FOR UPDATE TO throughline_reader
  USING (organization_id = (SELECT reader_organization()) AND (SELECT reader_role()) = 'admin');

-- Whose safety tasks have come to the reader, who is on call: nobody acknowledged them within the minutes
-- that the request names (server/outreach/safety-tasks.queries.ts), and they are not assessed. Asked once a
-- request; without one that says what time it is, nobody's. As the owner, who sees all of the organization:
-- the ids alone come out.
CREATE FUNCTION reader_is_on_call_for() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
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
             AND e.signal_key = s.key AND e.act <> 'acknowledged' ORDER BY e.seq DESC LIMIT 1) IS DISTINCT FROM 'assessed' $$;

-- They see whose it is and what it says, and may take it on, as who leads the client's session today.
CREATE POLICY reader_on_call ON client FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()) AND id = ANY ((SELECT reader_is_on_call_for())::uuid[]));
CREATE POLICY reader_on_call ON safety_signal FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()) AND client_id = ANY ((SELECT reader_is_on_call_for())::uuid[]));
CREATE POLICY reader_on_call ON safety_entry FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()) AND client_id = ANY ((SELECT reader_is_on_call_for())::uuid[]));
CREATE POLICY reader_on_call_adds ON safety_entry FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND act = 'acknowledged' AND client_id = ANY ((SELECT reader_is_on_call_for())::uuid[]));
