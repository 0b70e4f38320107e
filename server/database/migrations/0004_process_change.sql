-- Staff's own entry, the first: from this day on things are done in another way, and the limits of
-- control charts restart. Kept by every rebuild. What was withdrawn stays, with who and when.
CREATE TABLE process_change (
  organization_id uuid NOT NULL,
  id              uuid NOT NULL DEFAULT gen_random_uuid(),
  day             date NOT NULL,
  words           text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 120),
  -- Null: of every site.
  site_id         uuid,
  made_by         text NOT NULL,
  made_by_staff   uuid,
  made_at         timestamptz NOT NULL DEFAULT now(),
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX process_change_by_day ON process_change (organization_id, day);

ALTER TABLE process_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE process_change FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON process_change TO throughline_reader;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON process_change TO throughline_reader;
-- It names no client: everybody of the organization sees it beside the chart it changes.
CREATE POLICY reader ON process_change FOR SELECT TO throughline_reader
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY reader_marks ON process_change FOR INSERT TO throughline_reader
  WITH CHECK (organization_id = (SELECT reader_organization())
    AND made_by_staff IS NOT DISTINCT FROM (SELECT reader_staff())
    AND (SELECT reader_role()) IN ('supervisor', 'director'));
CREATE POLICY reader_withdraws ON process_change FOR UPDATE TO throughline_reader
  USING (organization_id = (SELECT reader_organization())
    AND (SELECT reader_role()) IN ('supervisor', 'director'));
