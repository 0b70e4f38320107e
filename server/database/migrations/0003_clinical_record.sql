-- What the clinical record holds beside attendance: derived, like all below source_record, and keyed
-- by the record it came from unless it is brought together from several.

-- The record that replaced this one. Facts of both stand under the survivor's id.
ALTER TABLE client ADD COLUMN merged_into uuid;
CREATE INDEX client_merged ON client (organization_id, merged_into) WHERE merged_into IS NOT NULL;
-- The client as the booking names them: when it was cancelled stays known, whoever they are merged into.
ALTER TABLE attendance ADD COLUMN booked_client_id uuid;

ALTER TABLE client_particulars
  ADD COLUMN deceased boolean NOT NULL DEFAULT false,
  ADD COLUMN died_on date,
  ADD COLUMN language text,
  ADD COLUMN interpreter_required boolean;

-- The request that led to the episode.
ALTER TABLE episode ADD COLUMN referral_id uuid;

-- The one counselor whom a care team of one client names.
CREATE TABLE client_counselor (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  counselor_id    uuid NOT NULL,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX client_counselor_of_client ON client_counselor (organization_id, client_id);

CREATE TABLE diagnosis (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  code            text,
  words           text NOT NULL,
  -- By ICD-10-CM: substance-use, co-occurring, overdose, pregnancy, other (domain/diagnosis).
  kind            text NOT NULL,
  substance       text,
  in_remission    boolean NOT NULL,
  status          text,
  verification    text,
  onset_on        date,
  ended_on        date,
  recorded_on     date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX diagnosis_of_client ON diagnosis (organization_id, client_id);

-- What each record says of an instrument on a day: a total, some answers, or both.
CREATE TABLE score_report (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  instrument      text NOT NULL,
  day             date NOT NULL,
  at              timestamptz,
  total           double precision,
  answers         jsonb NOT NULL,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX score_report_of_day ON score_report (organization_id, client_id, instrument, day);

-- One score a client, instrument and day, brought together from those (domain/instruments/day-score).
CREATE TABLE score (
  organization_id uuid NOT NULL,
  client_id       uuid NOT NULL,
  instrument      text NOT NULL,
  day             date NOT NULL,
  total           double precision,
  total_from      text CHECK (total_from IN ('stored', 'computed')),
  mismatch        boolean NOT NULL,
  subscales       jsonb NOT NULL,
  answers         jsonb NOT NULL,
  missing         text[] NOT NULL,
  record_ids      uuid[] NOT NULL,
  PRIMARY KEY (organization_id, client_id, instrument, day)
);

-- What each record says of a specimen. Specimens, and what was expected of them, are made when
-- reading: a prescription may arrive later (domain/drug-tests).
CREATE TABLE drug_test_report (
  organization_id  uuid NOT NULL,
  record_id        uuid NOT NULL,
  client_id        uuid NOT NULL,
  collected_on     date NOT NULL,
  collected_at     timestamptz,
  state            text CHECK (state IN ('refused', 'missed', 'invalid', 'pending')),
  findings         jsonb NOT NULL,
  creatinine       double precision,
  specific_gravity double precision,
  confirms_all     boolean NOT NULL,
  is_test          boolean NOT NULL,
  member_ids       uuid[] NOT NULL,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX drug_test_report_of_client ON drug_test_report (organization_id, client_id, collected_on);

CREATE TABLE goal (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  words           text NOT NULL,
  lifecycle       text NOT NULL,
  achievement     text,
  started_on      date,
  due_on          date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX goal_of_client ON goal (organization_id, client_id);

-- Last days belong to what they end (domain/medication/supply).
CREATE TABLE medication_supply (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  medication      text,
  words           text NOT NULL,
  status          text NOT NULL,
  dosage          text,
  starts_on       date NOT NULL,
  ends_on         date,
  supply_ends_on  date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX medication_supply_of_client ON medication_supply (organization_id, client_id, starts_on);

CREATE TABLE coverage (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  payer_name      text,
  -- A unit: every organization the source knows is one.
  payer_id        uuid,
  status          text NOT NULL,
  starts_on       date,
  ends_on         date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX coverage_of_client ON coverage (organization_id, client_id);

-- 'authorization' is a word of SQL's own.
CREATE TABLE payer_authorization (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  coverage_id     uuid,
  reference       text,
  units           double precision,
  starts_on       date,
  -- Null: the end is unknown, which is not expired.
  ends_on         date,
  outcome         text NOT NULL,
  decided_on      date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX payer_authorization_of_client ON payer_authorization (organization_id, client_id, starts_on);

CREATE TABLE consent (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  status          text NOT NULL,
  category        text,
  starts_on       date,
  ends_on         date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX consent_of_client ON consent (organization_id, client_id);

-- Whom a consent lets know, or keeps from knowing: a support person, an organization, or a name.
CREATE TABLE consent_recipient (
  organization_id uuid NOT NULL,
  consent_id      uuid NOT NULL,
  number          smallint NOT NULL,
  client_id       uuid NOT NULL,
  party_id        uuid,
  name            text,
  permitted       boolean NOT NULL,
  PRIMARY KEY (organization_id, consent_id, number)
);

CREATE TABLE support_person (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  family_name     text NOT NULL,
  given_name      text NOT NULL,
  relationship    text,
  active          boolean NOT NULL,
  starts_on       date,
  ends_on         date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX support_person_of_client ON support_person (organization_id, client_id);

CREATE TABLE client_flag (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  category        text,
  words           text NOT NULL,
  status          text NOT NULL,
  starts_on       date,
  ends_on         date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX client_flag_of_client ON client_flag (organization_id, client_id);

-- Of somebody to a program of ours, or of a client to what comes after.
CREATE TABLE referral (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  status          text NOT NULL,
  words           text,
  requested_on    date,
  occurs_on       date,
  requester_id    uuid,
  requester_name  text,
  performer_id    uuid,
  performer_name  text,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX referral_of_client ON referral (organization_id, client_id, requested_on);

CREATE TABLE referral_task (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  referral_id     uuid NOT NULL,
  status          text NOT NULL,
  step            text,
  words           text,
  owner_id        uuid,
  owner_name      text,
  starts_on       date,
  ends_on         date,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX referral_task_of_referral ON referral_task (organization_id, referral_id);

-- An appointment that follows up a referral, here or elsewhere.
CREATE TABLE referral_appointment (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  referral_id     uuid NOT NULL,
  starts_at       timestamptz NOT NULL,
  -- As of attendance, or 'by-client' where the notice given is nobody's concern here; null: none yet.
  outcome         text,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX referral_appointment_of_referral ON referral_appointment (organization_id, referral_id, starts_at);

-- What was asked at admission and at discharge (domain/episode/admission-questions).
CREATE TABLE admission_answer (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  question        text NOT NULL,
  client_id       uuid NOT NULL,
  moment          text NOT NULL CHECK (moment IN ('admission', 'discharge')),
  answered_on     date NOT NULL,
  given           text[] NOT NULL,
  PRIMARY KEY (organization_id, record_id, question)
);
CREATE INDEX admission_answer_of_client ON admission_answer (organization_id, client_id, answered_on);

-- Each way in which a source says why treatment ended (domain/episode/discharge-reason).
CREATE TABLE discharge_statement (
  organization_id uuid NOT NULL,
  record_id       uuid NOT NULL,
  client_id       uuid NOT NULL,
  -- Null: it is that of the client's episode of the day.
  episode_id      uuid,
  way             text NOT NULL CHECK (way IN ('episode', 'questionnaire', 'encounter')),
  stated_on       date NOT NULL,
  code            text,
  -- TEDS-D REASON; null where what was said is none.
  reason          smallint,
  words           text,
  PRIMARY KEY (organization_id, record_id)
);
CREATE INDEX discharge_statement_of_client ON discharge_statement (organization_id, client_id, stated_on);

-- Who may read them: as in 0002, whoever reaches the client by more than a roster.
DO $$
DECLARE
  t text;
  own_organization CONSTANT text := 'organization_id = (SELECT reader_organization())';
BEGIN
  FOREACH t IN ARRAY ARRAY['client_counselor', 'diagnosis', 'score_report', 'score', 'drug_test_report', 'goal', 'medication_supply',
                           'coverage', 'payer_authorization', 'consent', 'consent_recipient', 'support_person',
                           'client_flag', 'referral', 'referral_task', 'referral_appointment',
                           'admission_answer', 'discharge_statement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO throughline_reader', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO throughline_sync', t);
    EXECUTE format('CREATE POLICY sync ON %I TO throughline_sync USING (%s)', t, own_organization);
    EXECUTE format('CREATE POLICY reader ON %I FOR SELECT TO throughline_reader USING ('
      || own_organization || ' AND ((SELECT reader_sees_every_client()) OR EXISTS ('
      || 'SELECT FROM client_reach r WHERE r.organization_id = (SELECT reader_organization())'
      || ' AND r.staff_id = (SELECT reader_staff()) AND r.client_id = %I.client_id AND r.via <> ''roster'')))', t, t);
  END LOOP;
END $$;
