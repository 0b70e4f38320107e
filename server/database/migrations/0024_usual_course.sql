-- How a program's stays usually go, week by week of the stay: hours had in it, and totals of instruments. Of
-- stays that began in the year before a day; of each week those alone who were still there. Numbers of whole
-- programs, never of anybody, and none of ten clients or fewer (CMS cell size policy).
GRANT SELECT ON episode_week, score TO throughline_places;
CREATE POLICY places ON episode_week FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY places ON score FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));
GRANT USAGE, CREATE ON SCHEMA public TO throughline_places;
CREATE FUNCTION usual_course(unit uuid, until date)
  RETURNS TABLE (quantity text, week integer, low double precision, middle double precision, high double precision, clients integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    WITH stay AS (
      SELECT e.id, e.client_id, e.admitted_on, date_trunc('week', e.admitted_on::timestamp)::date AS monday,
             least(coalesce(e.ended_on, until + 1), until + 1) AS over_on
        FROM episode e
       WHERE e.organization_id = reader_organization() AND e.unit_id = unit AND NOT e.inferred
         AND e.status IN ('active', 'onhold', 'finished') AND e.admitted_on > until - 365 AND e.admitted_on <= until
    ), seen AS (
      -- A week in which nobody came is one of no hours; one that the stay does not fill is not counted.
      SELECT 'hours' AS quantity, n.week, s.client_id,
             coalesce(sum(w.recorded_minutes + w.assumed_minutes), 0)::double precision / 60 AS value
        FROM stay s
       CROSS JOIN LATERAL generate_series(1, least(26, (s.over_on - s.monday) / 7)) AS n(week)
        LEFT JOIN episode_week w ON w.organization_id = reader_organization() AND w.client_id = s.client_id
         AND w.episode_id = s.id AND w.week = s.monday + (n.week - 1) * 7
       GROUP BY n.week, s.id, s.client_id
       UNION ALL
      -- Of several totals of one week the last; what was asked before admission is week 0.
      (SELECT DISTINCT ON (s.id, t.instrument, of_week.week) t.instrument, of_week.week, s.client_id, t.total
         FROM stay s
         JOIN score t ON t.organization_id = reader_organization() AND t.client_id = s.client_id AND t.total IS NOT NULL
          AND t.day >= s.admitted_on - 30 AND t.day < s.over_on
        CROSS JOIN LATERAL (SELECT CASE WHEN t.day < s.admitted_on THEN 0 ELSE (t.day - s.admitted_on) / 7 + 1 END AS week) of_week
        ORDER BY s.id, t.instrument, of_week.week, t.day DESC)
    )
    SELECT quantity, week, percentile_disc(0.25) WITHIN GROUP (ORDER BY value), percentile_disc(0.5) WITHIN GROUP (ORDER BY value),
           percentile_disc(0.75) WITHIN GROUP (ORDER BY value), count(DISTINCT client_id)::int
      FROM seen
     GROUP BY quantity, week
    HAVING count(DISTINCT client_id) > 10
     ORDER BY quantity, week
  $$;
ALTER FUNCTION usual_course(uuid, date) OWNER TO throughline_places;
REVOKE ALL ON FUNCTION usual_course(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION usual_course(uuid, date) TO throughline_reader;
REVOKE CREATE ON SCHEMA public FROM throughline_places;
