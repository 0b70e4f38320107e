-- What staff wrote about a client follows the client's record into the one it was merged into, and back where
-- they are parted. Of whom it was written stays beside it; empty where that is still who it is about.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact', 'contact_rules', 'task_entry', 'safety_entry', 'safety_assessment',
                           'client_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN written_of uuid', t);
    EXECUTE format('CREATE INDEX %I ON %I (organization_id, written_of) WHERE written_of IS NOT NULL', t || '_written_of', t);
    -- The sync moves, and sees of them no more than whose they are.
    EXECUTE format('GRANT SELECT (organization_id, client_id, written_of), UPDATE (client_id, written_of) ON %I TO throughline_sync', t);
    EXECUTE format('CREATE POLICY follows ON %I FOR SELECT TO throughline_sync USING (organization_id = (SELECT reader_organization()))', t);
    EXECUTE format('CREATE POLICY moves ON %I FOR UPDATE TO throughline_sync USING (organization_id = (SELECT reader_organization()))', t);
  END LOOP;
END $$;
-- Some tasks are known by the client's id and what is due.
GRANT SELECT (task_key), UPDATE (task_key) ON task_entry TO throughline_sync;
