-- Sessions of which nobody has recorded whether the client came: few of a client's, and asked for at each
-- look at what is to be done (server/outreach/open-rosters.queries.ts).
CREATE INDEX attendance_open ON attendance (organization_id, client_id, starts_at)
  WHERE outcome IS NULL AND NOT waitlisted AND NOT walk_in;
