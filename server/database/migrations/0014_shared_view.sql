-- A view may be shared with the colleagues of whoever made it: who works in one of their teams or
-- supervises it, and of people who see every client, each other. It is still its maker's to change.
ALTER TABLE saved_view ADD COLUMN shared boolean NOT NULL DEFAULT false;
GRANT UPDATE (shared) ON saved_view TO throughline_reader;

CREATE FUNCTION reader_colleagues() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT other.staff_id), '{}')
    FROM team_member own
    JOIN team_member other ON other.organization_id = own.organization_id AND other.team_id = own.team_id
   WHERE own.organization_id = reader_organization() AND own.staff_id = reader_staff() $$;

CREATE POLICY colleague ON saved_view FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()) AND shared
    AND (staff_id = ANY ((SELECT reader_colleagues())::uuid[])
      OR (role = 'director' AND (SELECT reader_sees_every_client()))));
