-- The first tables. Every table that grows begins its key with the organization, so that it can be
-- spread over several machines. Instants are timestamptz; days and weeks are dates on the site's calendar.

-- Who the reader is, set once at the start of each transaction (server/database/database.ts).
CREATE FUNCTION reader_organization() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('throughline.organization', true), '')::uuid $$;
CREATE FUNCTION reader_staff() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('throughline.staff', true), '')::uuid $$;
CREATE FUNCTION reader_role() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT current_setting('throughline.role', true) $$;

CREATE TABLE organization (
  id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

-- Sources, and what came from them ------------------------------------------------------------

CREATE TABLE data_source (
  organization_id uuid NOT NULL REFERENCES organization,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  kind            text NOT NULL,
  name            text NOT NULL,
  base_url        text NOT NULL,
  simulated       boolean NOT NULL,
  -- Everything the source changed before this instant has been read; null until the first read is whole.
  watermark       timestamptz,
  history_complete boolean NOT NULL DEFAULT false,
  last_read_at    timestamptz,
  -- When its ids were last compared with ours, where it keeps no history of deletions.
  compared_at     timestamptz,
  -- Why it could not be read the last time; null when it could.
  late_because    text,
  -- One server instance reads at a time: it holds the lease, and renews it with every page.
  lease_holder    uuid,
  lease_until     timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, base_url)
);

-- The slices of a first read and how far each has come, so that a stopped read goes on where it was.
CREATE TABLE sync_cursor (
  organization_id uuid NOT NULL,
  source_id       uuid NOT NULL,
  slice           text NOT NULL,
  -- The path of the next page; null before the first.
  next_page       text,
  done            boolean NOT NULL DEFAULT false,
  started_at      timestamptz NOT NULL,
  PRIMARY KEY (organization_id, source_id, slice)
);

CREATE TABLE sync_run (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  source_id       uuid NOT NULL,
  started_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  outcome         text NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed')),
  message         text NOT NULL,
  received        integer NOT NULL DEFAULT 0,
  changed         integer NOT NULL DEFAULT 0,
  held_back       integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX sync_run_newest ON sync_run (organization_id, source_id, started_at DESC);

-- Our ids for the source's. For ever: no rebuild drops them, addresses and events carry them.
CREATE TABLE identity (
  organization_id uuid NOT NULL,
  source_id       uuid NOT NULL,
  -- Compared byte by byte: a collation would cost each look-up, and means nothing for them.
  resource_type   text COLLATE "C" NOT NULL,
  source_key      text COLLATE "C" NOT NULL,
  id              uuid NOT NULL,
  PRIMARY KEY (organization_id, source_id, resource_type, source_key)
);

-- Every revision of every resource as it came. Never changed; everything below is derived from it.
CREATE TABLE source_record (
  organization_id uuid NOT NULL,
  identity_id     uuid NOT NULL,
  -- The source's version, or a digest of the body where it gives none.
  source_version  text NOT NULL,
  received_seq    bigint GENERATED ALWAYS AS IDENTITY,
  source_id       uuid NOT NULL,
  resource_type   text NOT NULL,
  last_updated    timestamptz,
  received_at     timestamptz NOT NULL,
  -- The clients it speaks of; empty for none, null where that could not be told.
  client_ids      uuid[],
  -- The source took the resource away; the body is then no more than its type and id.
  deleted         boolean NOT NULL DEFAULT false,
  body            text NOT NULL,
  PRIMARY KEY (organization_id, identity_id, source_version)
);
CREATE INDEX source_record_in_order ON source_record (organization_id, received_seq);
DO $$ BEGIN
  ALTER TABLE source_record ALTER COLUMN body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL; -- a server built without lz4 keeps its default
END $$;

-- How many resources of a type have come from a source: counted as they come, for there are millions.
CREATE TABLE received_count (
  organization_id uuid NOT NULL,
  source_id       uuid NOT NULL,
  resource_type   text NOT NULL,
  resources       bigint NOT NULL,
  PRIMARY KEY (organization_id, source_id, resource_type)
);

-- Derived: resources that could not be used, and those rightly set aside.
CREATE TABLE held_back (
  organization_id uuid NOT NULL,
  source_id       uuid NOT NULL,
  identity_id     uuid NOT NULL,
  resource_type   text NOT NULL,
  set_aside       boolean NOT NULL,
  reason          text NOT NULL,
  effect          text NOT NULL,
  since           timestamptz NOT NULL,
  PRIMARY KEY (organization_id, identity_id)
);

-- Derived: the program and its people ----------------------------------------------------------

CREATE TABLE site (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  name            text NOT NULL,
  time_zone       text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

-- The unit that runs a program and manages its episodes.
CREATE TABLE unit (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  name            text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE program (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  unit_id         uuid,
  site_id         uuid,
  name            text NOT NULL,
  track           text CHECK (track IN ('day', 'evening')),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX program_of_unit ON program (organization_id, unit_id);

-- A group, or a kind of individual or family session, that a unit offers.
CREATE TABLE service (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  unit_id         uuid,
  site_id         uuid,
  name            text NOT NULL,
  kind            text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE staff (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  family_name     text NOT NULL,
  given_name      text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE staff_role (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  staff_id        uuid NOT NULL,
  site_id         uuid,
  title           text NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX staff_role_of_staff ON staff_role (organization_id, staff_id);

CREATE TABLE team (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  name            text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE team_member (
  organization_id uuid NOT NULL,
  team_id         uuid NOT NULL,
  staff_id        uuid NOT NULL,
  supervises      boolean NOT NULL,
  PRIMARY KEY (organization_id, team_id, staff_id)
);

-- Derived: clients and their way ---------------------------------------------------------------

-- Who it is: all that the roster of a group shows.
CREATE TABLE client (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  family_name     text NOT NULL,
  given_name      text NOT NULL,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE client_particulars (
  organization_id uuid NOT NULL,
  client_id       uuid NOT NULL,
  record_number   text,
  birth_date      date,
  PRIMARY KEY (organization_id, client_id)
);

CREATE TABLE episode (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  status          text NOT NULL,
  admitted_on     date NOT NULL,
  -- The first day after the episode; null while it goes on.
  ended_on        date,
  level_code      text,
  level_edition   text,
  unit_id         uuid,
  counselor_id    uuid,
  team_id         uuid,
  -- The source tells of none: from the client's first attended session to the last contact. It never
  -- ends by itself: whether it still goes on depends on the day asked (server/attendance/has-contact.ts).
  inferred        boolean NOT NULL DEFAULT false,
  last_contact_on date CHECK (inferred = (last_contact_on IS NOT NULL)),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX episode_of_client ON episode (organization_id, client_id, admitted_on);
CREATE INDEX episode_of_counselor ON episode (organization_id, counselor_id, ended_on);

CREATE TABLE episode_hold (
  organization_id uuid NOT NULL,
  episode_id      uuid NOT NULL,
  client_id       uuid NOT NULL,
  starts_on       date NOT NULL,
  ends_on         date,
  PRIMARY KEY (organization_id, episode_id, starts_on)
);

CREATE TABLE plan_phase (
  organization_id  uuid NOT NULL,
  plan_id          uuid NOT NULL,
  number           smallint NOT NULL,
  client_id        uuid NOT NULL,
  phases           smallint NOT NULL,
  starts_on        date NOT NULL,
  ends_on          date NOT NULL,
  plan_starts_on   date NOT NULL,
  plan_ends_on     date,
  minutes_per_week integer,
  weekdays         smallint[],
  PRIMARY KEY (organization_id, plan_id, number)
);
CREATE INDEX plan_phase_of_client ON plan_phase (organization_id, client_id, starts_on);

-- Derived: attendance --------------------------------------------------------------------------

CREATE TABLE encounter (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL,
  client_id       uuid NOT NULL,
  appointment_ids uuid[] NOT NULL,
  service_code    text,
  kind            text,
  practitioner_id uuid,
  site_id         uuid,
  started_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  minutes         integer,
  first_received_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX encounter_of_client ON encounter (organization_id, client_id, started_at);

-- One client in one session. What time decides (scheduled, awaiting its record, unrecorded) is not
-- stored: it is decided when reading.
CREATE TABLE attendance (
  organization_id   uuid NOT NULL,
  client_id         uuid NOT NULL,
  -- The appointment it was booked by, or the encounter of a walk-in.
  record_id         uuid NOT NULL,
  session_id        uuid NOT NULL,
  walk_in           boolean NOT NULL DEFAULT false,
  waitlisted        boolean NOT NULL DEFAULT false,
  kind              text NOT NULL,
  service_id        uuid,
  service_code      text,
  -- The source's own word, where the service is none of ours.
  service_name      text,
  facilitator_id    uuid,
  site_id           uuid,
  starts_at         timestamptz NOT NULL,
  ends_at           timestamptz NOT NULL,
  scheduled_minutes integer NOT NULL,
  week              date NOT NULL,
  weekday           smallint NOT NULL,
  hour              smallint NOT NULL,
  -- By the booking alone.
  booked_outcome    text,
  cancelled_at      timestamptz,
  booking_recorded_at timestamptz,
  -- By the booking and the encounter together.
  outcome           text,
  recorded_minutes  integer,
  encounter_id      uuid,
  contradictory     boolean NOT NULL DEFAULT false,
  first_recorded_at timestamptz,
  episode_id        uuid,
  level_code        text,
  unit_id           uuid,
  track             text,
  PRIMARY KEY (organization_id, client_id, record_id)
);
CREATE INDEX attendance_by_time ON attendance (organization_id, client_id, starts_at);
CREATE INDEX attendance_of_record ON attendance (organization_id, record_id);
CREATE INDEX attendance_led ON attendance (organization_id, facilitator_id, starts_at);
CREATE INDEX attendance_of_encounter ON attendance (organization_id, encounter_id);
CREATE INDEX attendance_in_order ON attendance (organization_id, starts_at);
CREATE INDEX attendance_of_session ON attendance (organization_id, session_id);
-- Of these, time may still decide when their week is long over; there is hardly ever one.
CREATE INDEX attendance_overlong ON attendance (organization_id, starts_at)
  WHERE scheduled_minutes > 1440 AND outcome IS NULL AND NOT walk_in;

-- Rollups: kept up by the difference each change makes (server/attendance/rollups.ts).
CREATE TABLE episode_week (
  organization_id  uuid NOT NULL,
  client_id        uuid NOT NULL,
  episode_id       uuid NOT NULL,
  week             date NOT NULL,
  -- All zero: not known.
  site_id          uuid NOT NULL,
  -- An outcome, 'walk-in', 'none' where nobody recorded one, 'none-overlong' of more than a day.
  outcome          text NOT NULL,
  sessions         integer NOT NULL,
  scheduled_minutes integer NOT NULL,
  recorded_minutes integer NOT NULL,
  assumed_minutes  integer NOT NULL,
  PRIMARY KEY (organization_id, client_id, episode_id, week, site_id, outcome)
);

CREATE TABLE program_week (
  organization_id  uuid NOT NULL,
  week             date NOT NULL,
  -- Site, unit, level, kind, track, weekday and hour; all-zero ids and '' stand for 'not known'.
  site_id          uuid NOT NULL,
  unit_id          uuid NOT NULL,
  level_code       text NOT NULL,
  kind             text NOT NULL,
  track            text NOT NULL,
  weekday          smallint NOT NULL,
  hour             smallint NOT NULL,
  -- Measures count sessions within an episode of care; a closed day is known by all of them.
  in_episode       boolean NOT NULL,
  outcome          text NOT NULL,
  sessions         integer NOT NULL,
  scheduled_minutes integer NOT NULL,
  recorded_minutes integer NOT NULL,
  assumed_minutes  integer NOT NULL,
  PRIMARY KEY (organization_id, week, site_id, unit_id, level_code, kind, track, weekday, hour, in_episode, outcome)
);

-- Days on which a site was closed are few among all that was booked.
CREATE INDEX program_week_cancelled ON program_week (organization_id, week) WHERE outcome = 'program-cancelled';

-- The same of whole weeks, within an episode of care: a trend of everybody reads few rows.
CREATE TABLE program_week_total (
  organization_id  uuid NOT NULL,
  week             date NOT NULL,
  site_id          uuid NOT NULL,
  unit_id          uuid NOT NULL,
  level_code       text NOT NULL,
  track            text NOT NULL,
  outcome          text NOT NULL,
  sessions         integer NOT NULL,
  scheduled_minutes integer NOT NULL,
  recorded_minutes integer NOT NULL,
  assumed_minutes  integer NOT NULL,
  PRIMARY KEY (organization_id, week, site_id, unit_id, level_code, track, outcome)
);

-- What the interval of a rate asks of each client, over one week and over four. A sum over half a year
-- then reads a few rows of each client, not their sessions.
CREATE TABLE episode_span (
  organization_id  uuid NOT NULL,
  weeks            smallint NOT NULL CHECK (weeks IN (1, 4)),
  -- Its Monday; fours of weeks follow each other since 2001-01-01.
  first_week       date NOT NULL,
  client_id        uuid NOT NULL,
  episode_id       uuid NOT NULL,
  site_id          uuid NOT NULL,
  unit_id          uuid NOT NULL,
  level_code       text NOT NULL,
  track            text NOT NULL,
  sessions         integer NOT NULL,
  attended         integer NOT NULL,
  excused          integer NOT NULL,
  client_cancelled integer NOT NULL,
  no_show          integer NOT NULL,
  -- Recorded and assumed, of those attended; scheduled, of all four.
  present_minutes  integer NOT NULL,
  expected_minutes integer NOT NULL,
  PRIMARY KEY (organization_id, weeks, first_week, client_id, episode_id, site_id, unit_id, level_code, track)
);
CREATE INDEX episode_span_of_client ON episode_span (organization_id, client_id, weeks, first_week);

-- Access ---------------------------------------------------------------------------------------

-- Derived: which of the staff may see which client, and why. `roster` shows the name alone.
CREATE TABLE client_reach (
  organization_id uuid NOT NULL,
  staff_id        uuid NOT NULL,
  client_id       uuid NOT NULL,
  via             text NOT NULL CHECK (via IN ('counselor', 'supervisor', 'roster')),
  PRIMARY KEY (organization_id, staff_id, client_id, via)
);
CREATE INDEX client_reach_of_client ON client_reach (organization_id, client_id);

CREATE TABLE sign_in (
  organization_id uuid NOT NULL,
  -- SHA-256 of the cookie: who reads this table cannot sign in with it.
  token_digest    text NOT NULL,
  role            text NOT NULL,
  staff_id        uuid,
  name            text NOT NULL,
  signed_in_at    timestamptz NOT NULL,
  last_act_at     timestamptz NOT NULL,
  PRIMARY KEY (token_digest)
);

-- Who saw whose record, when. Rows are only ever added.
CREATE TABLE access_log (
  organization_id uuid NOT NULL,
  id              bigint GENERATED ALWAYS AS IDENTITY,
  at              timestamptz NOT NULL,
  staff_id        uuid,
  reader_name     text NOT NULL,
  role            text NOT NULL,
  act             text NOT NULL,
  client_ids      uuid[] NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
