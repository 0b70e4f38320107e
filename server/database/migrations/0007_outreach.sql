-- What staff do after a miss, about tasks and about safety: their own entries, kept by every rebuild and
-- only ever added to. They refer to identities (a client, a record), never to derived rows. Their ids are
-- made where they are written, so that an entry that is sent twice is kept once.

-- An attempt to reach a client, or a talk with them. A correction is an entry of its own that names the
-- one it replaces; what stood stays.
CREATE TABLE contact (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  -- When it took place, which is not when it was written down.
  at              timestamptz NOT NULL,
  mode            text NOT NULL,
  result          text NOT NULL,
  barrier         text,
  next_step       text CHECK (char_length(next_step) <= 200),
  next_step_on    date,
  corrects        uuid,
  -- Said to be none: of a correction alone.
  withdrawn       boolean NOT NULL DEFAULT false CHECK (NOT withdrawn OR corrects IS NOT NULL),
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX contact_of_client ON contact (organization_id, client_id, at);
-- Of two people who correct one entry at once, the second is told.
CREATE UNIQUE INDEX contact_corrected ON contact (organization_id, corrects) WHERE corrects IS NOT NULL;

-- What people did about a task: those of rules are worked out when they are read and stored nowhere.
CREATE TABLE task_entry (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  -- The rule and the record that it came from, or 'own' and the entry that made it.
  task_key        text NOT NULL CHECK (char_length(task_key) <= 160),
  client_id       uuid,
  act             text NOT NULL CHECK (act IN ('made', 'assigned', 'moved', 'closed', 'reopened')),
  words           text CHECK (char_length(words) <= 200),
  owner_staff     uuid,
  due_on          date,
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL,
  -- In the order in which they came: two may be of one instant of the clinic's clock.
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX task_entry_of_client ON task_entry (organization_id, client_id, seq);
CREATE INDEX task_entry_of_key ON task_entry (organization_id, task_key, seq);

-- Who stands in for a colleague, from a day to a day, on the calendar of the colleague's site.
CREATE TABLE coverage_period (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  away_staff      uuid NOT NULL,
  covered_by      uuid NOT NULL CHECK (covered_by <> away_staff),
  from_day        date NOT NULL,
  to_day          date NOT NULL CHECK (to_day >= from_day),
  time_zone       text NOT NULL,
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX coverage_of_colleague ON coverage_period (organization_id, covered_by, to_day);

-- Derived: what a record says of safety, whatever anybody did about it. A table of its own, so that a
-- facilitator may see it, and nothing else, of a client who is booked with them today.
CREATE TABLE safety_signal (
  organization_id uuid NOT NULL,
  client_id       uuid NOT NULL,
  -- The rule, and what tells one signal of a client from another (domain/outreach/safety-signal).
  key             text NOT NULL,
  rule            text NOT NULL CHECK (rule IN ('answer', 'death', 'medication')),
  what            text NOT NULL,
  evidence        text NOT NULL,
  -- The day it arose; of medication the first without any, which may lie ahead.
  arose_on        date NOT NULL,
  arose_at        timestamptz,
  -- Of medication: the first day of the next supply; null while none follows.
  covered_from    date,
  -- When the first record that says so came from the source.
  known_at        timestamptz NOT NULL,
  record_ids      uuid[] NOT NULL,
  PRIMARY KEY (organization_id, client_id, key)
);
CREATE INDEX safety_signal_of_record ON safety_signal USING gin (record_ids);
CREATE INDEX safety_signal_by_day ON safety_signal (organization_id, arose_on);

-- Derived: a booking that the source cancelled because the client had died, by its own word.
CREATE TABLE reported_death (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX reported_death_of_client ON reported_death (organization_id, client_id);

-- What was done about a signal; what a clinician found is apart, for those who may read the record.
CREATE TABLE safety_entry (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  signal_key      text NOT NULL CHECK (char_length(signal_key) <= 160),
  act             text NOT NULL CHECK (act IN ('acknowledged', 'assessed', 'reopened')),
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX safety_entry_of_client ON safety_entry (organization_id, client_id, seq);

CREATE TABLE safety_assessment (
  organization_id uuid NOT NULL,
  -- The entry that it belongs to.
  entry_id        uuid NOT NULL,
  client_id       uuid NOT NULL,
  assessment      text NOT NULL CHECK (char_length(assessment) BETWEEN 1 AND 2000),
  risk_level      text NOT NULL CHECK (risk_level IN ('none', 'low', 'moderate', 'high', 'death-confirmed', 'not-deceased')),
  plan            text NOT NULL CHECK (char_length(plan) BETWEEN 1 AND 2000),
  PRIMARY KEY (organization_id, entry_id)
);

-- How to reach people, as the source says: derived with them.
ALTER TABLE client_particulars
  ADD COLUMN phones text[] NOT NULL DEFAULT '{}',
  ADD COLUMN address text;
ALTER TABLE support_person ADD COLUMN phones text[] NOT NULL DEFAULT '{}';

-- Since when outreach is logged here at all: what was missed before tells nothing. Of everybody, since
-- whose outreach it was is no reader's to ask; the moment alone comes out.
CREATE POLICY logged_since ON contact FOR SELECT TO CURRENT_USER
  USING (organization_id = (SELECT reader_organization()));
CREATE FUNCTION outreach_logged_since() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT min(made_at) FROM contact WHERE organization_id = reader_organization() $$;

-- Who may read and write them ------------------------------------------------------------------

-- The instant of the request on the clinic's clock, where a query needs it to say what today is.
CREATE FUNCTION reader_now() RETURNS timestamptz LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('throughline.now', true), '')::timestamptz $$;

-- Whom the reader leads in a session today. Of each request once, not of each row.
CREATE FUNCTION reader_leads_today() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT a.client_id), '{}')
    FROM attendance a
    LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
   WHERE a.organization_id = reader_organization() AND a.facilitator_id = reader_staff()
     AND NOT a.waitlisted
     AND (a.outcome IS NULL OR a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'))
     AND a.starts_at BETWEEN reader_now() - interval '1 day' AND reader_now() + interval '1 day'
     AND (a.starts_at AT TIME ZONE coalesce(site.time_zone, 'UTC'))::date
       = (reader_now() AT TIME ZONE coalesce(site.time_zone, 'UTC'))::date $$;

DO $$
DECLARE
  t text;
  own_organization CONSTANT text := 'organization_id = (SELECT reader_organization())';
  by_oneself CONSTANT text := 'made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())';
  -- As in 0002: whoever reaches the client by more than a roster.
  within_reach text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact', 'task_entry', 'coverage_period', 'safety_signal', 'reported_death',
                           'safety_entry', 'safety_assessment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO throughline_reader', t);
    within_reach := own_organization || format(' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
      || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
      || ' AND r.staff_id = (SELECT reader_staff()) AND r.client_id = %I.client_id AND r.via <> ''roster''))', t);
    CASE
      WHEN t IN ('safety_signal', 'reported_death') THEN
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO throughline_sync', t);
        EXECUTE format('CREATE POLICY sync ON %I TO throughline_sync USING (%s)', t, own_organization);
        EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (%s)', t, within_reach);
      WHEN t = 'coverage_period' THEN
        -- It names no client: who stands in for whom is known to the house.
        EXECUTE format('GRANT INSERT ON %I TO throughline_reader', t);
        EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (%s)', t, own_organization);
      WHEN t = 'task_entry' THEN
        EXECUTE format('GRANT INSERT ON %I TO throughline_reader', t);
        EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING ((client_id IS NOT NULL AND %s)'
          || ' OR (client_id IS NULL AND %s AND ((SELECT reader_role()) = ''supervisor'''
          || ' OR made_by_staff = (SELECT reader_staff()) OR owner_staff = (SELECT reader_staff()))))', t, within_reach, own_organization);
        EXECUTE format('CREATE POLICY reader_adds ON %I FOR INSERT TO throughline_reader WITH CHECK (%s AND %s AND (client_id IS NULL OR %s))',
          t, own_organization, by_oneself, within_reach);
      WHEN t = 'safety_assessment' THEN
        EXECUTE format('GRANT INSERT ON %I TO throughline_reader', t);
        EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (%s)', t, within_reach);
        EXECUTE format('CREATE POLICY reader_adds ON %I FOR INSERT TO throughline_reader WITH CHECK (%s)', t, within_reach);
      ELSE
        EXECUTE format('GRANT INSERT ON %I TO throughline_reader', t);
        EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING (%s)', t, within_reach);
        EXECUTE format('CREATE POLICY reader_adds ON %I FOR INSERT TO throughline_reader WITH CHECK (%s AND %s)', t, within_reach, by_oneself);
    END CASE;
  END LOOP;

  -- A facilitator sees that there is a signal about somebody booked with them today, whether anybody has
  -- taken it on, and may do so. What was found and planned stays with those who may read the record.
  FOREACH t IN ARRAY ARRAY['safety_signal', 'safety_entry'] LOOP
    EXECUTE format('CREATE POLICY facilitator ON %I FOR SELECT TO throughline_reader USING (%s AND client_id = ANY ((SELECT reader_leads_today())::uuid[]))',
      t, own_organization);
  END LOOP;
  EXECUTE format('CREATE POLICY facilitator_adds ON safety_entry FOR INSERT TO throughline_reader'
    || ' WITH CHECK (%s AND %s AND act = ''acknowledged'' AND client_id = ANY ((SELECT reader_leads_today())::uuid[]))', own_organization, by_oneself);
END $$;

GRANT UPDATE (withdrawn_by, withdrawn_at) ON coverage_period TO throughline_reader;
-- Whoever is away, and supervisors.
CREATE POLICY reader_covers ON coverage_period FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND (away_staff = (SELECT reader_staff()) OR (SELECT reader_role()) = 'supervisor'));
CREATE POLICY reader_withdraws ON coverage_period FOR UPDATE TO throughline_reader
  USING (organization_id = (SELECT reader_organization())
    AND (away_staff = (SELECT reader_staff()) OR (SELECT reader_role()) = 'supervisor'));

-- Who stands in for a colleague reaches whom the colleague reaches, as long as it lasts: wherever a policy
-- asked for the reader's own reach, it now asks for theirs and that of those they cover.
GRANT SELECT ON coverage_period TO throughline_gate;
CREATE POLICY gate ON coverage_period FOR SELECT TO throughline_gate USING (true);
-- Set with who asks (server/database/database.ts); the sign-in looks up whom they cover.
CREATE FUNCTION reader_reaches() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$ SELECT array_append(coalesce(nullif(current_setting('throughline.covers', true), ''), '{}')::uuid[], reader_staff()) $$;

DO $$
DECLARE
  asked CONSTANT text := '\m(r\.)?staff_id = \( SELECT reader_staff\(\) AS reader_staff\)';
  p record;
  altered integer := 0;
BEGIN
  FOR p IN SELECT tablename, policyname, qual, with_check FROM pg_policies
            WHERE schemaname = 'public' AND (qual ~ asked OR with_check ~ asked) LOOP
    IF p.qual IS NOT NULL THEN
      EXECUTE format('ALTER POLICY %I ON %I USING (%s)', p.policyname, p.tablename,
        regexp_replace(p.qual, asked, '\1staff_id = ANY ((( SELECT reader_reaches()))::uuid[])', 'g'));
    END IF;
    IF p.with_check IS NOT NULL THEN
      EXECUTE format('ALTER POLICY %I ON %I WITH CHECK (%s)', p.policyname, p.tablename,
        regexp_replace(p.with_check, asked, '\1staff_id = ANY ((( SELECT reader_reaches()))::uuid[])', 'g'));
    END IF;
    altered := altered + 1;
  END LOOP;
  -- Every table with a client in it, and client_reach itself, which those policies read.
  IF altered < 30 THEN RAISE EXCEPTION 'only % policies ask for the reader''s reach', altered; END IF;
END $$;
