-- What came after discharges: those of a period are found by their day.
CREATE INDEX episode_by_end ON episode (organization_id, ended_on) WHERE ended_on IS NOT NULL;

-- When the date of an appointment elsewhere was given; null where the source does not say. Of what was read
-- before, it comes with the next rebuild.
ALTER TABLE referral_appointment ADD COLUMN booked_at timestamptz;
