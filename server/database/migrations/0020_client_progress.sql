-- What staff make of a score (Joint Commission CTS.03.01.09: used to inform the plan), and what they note for
-- the case review: their own entries, kept by every rebuild, and only ever added to or withdrawn. Both refer
-- to the client; a score by its instrument and day, which a rebuild does not change.
CREATE TABLE score_review (
  organization_id uuid NOT NULL,
  -- Made by the page, so that what is sent twice is kept once.
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  instrument      text NOT NULL,
  day             date NOT NULL,
  plan            text NOT NULL CHECK (plan IN ('changed', 'unchanged')),
  because         text NOT NULL CHECK (char_length(because) BETWEEN 1 AND 200),
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL,
  -- Of two of one instant the later.
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX score_review_of_client ON score_review (organization_id, client_id, instrument, day);

CREATE TABLE case_note (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  words           text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 500),
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX case_note_of_client ON case_note (organization_id, client_id, made_at);

DO $$
DECLARE
  t text;
  within_reach CONSTANT text := 'organization_id = (SELECT reader_organization())'
    || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
    || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
    || ' AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[])'
    || ' AND r.client_id = %I.client_id AND r.via <> ''roster''))';
BEGIN
  FOREACH t IN ARRAY ARRAY['score_review', 'case_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO throughline_reader', t);
    EXECUTE format('GRANT UPDATE (withdrawn_by, withdrawn_at) ON %I TO throughline_reader', t);
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (' || within_reach || ')', t, t);
    EXECUTE format('CREATE POLICY reader_adds ON %I FOR INSERT TO throughline_reader WITH CHECK ('
      || within_reach || ' AND made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff()))', t, t);
    -- Once: what is withdrawn stays as it is.
    EXECUTE format('CREATE POLICY reader_withdraws ON %I FOR UPDATE TO throughline_reader USING (withdrawn_at IS NULL AND '
      || within_reach || ') WITH CHECK (withdrawn_at IS NOT NULL)', t, t);
  END LOOP;
END $$;

-- How long stays of a program usually last: the middle half of those that ended in the year before a day.
-- Three numbers of whole programs, never of anybody, and none of ten or fewer.
CREATE INDEX episode_of_unit ON episode (organization_id, unit_id, ended_on);
GRANT SELECT ON episode TO throughline_places;
CREATE POLICY places ON episode FOR SELECT TO throughline_places
  USING (organization_id = (SELECT reader_organization()));
GRANT USAGE, CREATE ON SCHEMA public TO throughline_places;
CREATE FUNCTION usual_stay(unit uuid, until date)
  RETURNS TABLE (from_days integer, to_days integer, episodes integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT percentile_disc(0.25) WITHIN GROUP (ORDER BY e.ended_on - e.admitted_on),
           percentile_disc(0.75) WITHIN GROUP (ORDER BY e.ended_on - e.admitted_on),
           count(*)::int
      FROM episode e
     WHERE e.organization_id = reader_organization() AND e.unit_id = unit AND e.status = 'finished' AND NOT e.inferred
       AND e.ended_on > until - 365 AND e.ended_on <= until
    HAVING count(*) > 10
  $$;
ALTER FUNCTION usual_stay(uuid, date) OWNER TO throughline_places;
REVOKE ALL ON FUNCTION usual_stay(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION usual_stay(uuid, date) TO throughline_reader;
REVOKE CREATE ON SCHEMA public FROM throughline_places;
