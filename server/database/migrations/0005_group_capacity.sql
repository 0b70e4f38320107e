-- How many places a group has, from a day on: no scheduling system says it, so staff set it. Kept by
-- every rebuild; what held before stays, with who set it and when.
CREATE TABLE group_capacity (
  organization_id uuid NOT NULL,
  -- The identity of the group's service.
  service_id      uuid NOT NULL,
  since           date NOT NULL,
  capacity        smallint NOT NULL CHECK (capacity BETWEEN 1 AND 60),
  set_by          text NOT NULL,
  set_by_staff    uuid,
  set_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organization_id, service_id, since, set_at)
);

ALTER TABLE group_capacity ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_capacity FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON group_capacity TO throughline_reader;
CREATE POLICY reader ON group_capacity FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY reader_sets ON group_capacity FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND set_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND (SELECT reader_role()) IN ('supervisor', 'director'));
