-- Pages as people look at them, under names of their own. Each sees and changes only theirs; they
-- hold filters and days, no client. Kept by every rebuild.
CREATE TABLE saved_view (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  -- Whose: the person's own id, or, of people who are no staff of the source, their role and name,
  -- as the access log writes them.
  role            text NOT NULL,
  staff_id        uuid,
  reader_name     text NOT NULL,
  page            text NOT NULL,
  name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  query           text NOT NULL CHECK (char_length(query) <= 400),
  made_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX saved_view_by_reader ON saved_view (organization_id, staff_id, role);

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON saved_view TO throughline_reader;
GRANT UPDATE (name) ON saved_view TO throughline_reader;
CREATE POLICY reader ON saved_view TO throughline_reader
  USING (organization_id = (SELECT reader_organization())
    AND role = (SELECT reader_role()) AND staff_id IS NOT DISTINCT FROM (SELECT reader_staff()))
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND role = (SELECT reader_role()) AND staff_id IS NOT DISTINCT FROM (SELECT reader_staff()));
