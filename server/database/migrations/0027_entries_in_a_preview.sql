-- What a rule would change is worked out for every client, as the server itself: what staff wrote of a plan
-- counts there as it does on every list.
GRANT SELECT ON client_entry TO throughline_sync;
CREATE POLICY sync ON client_entry FOR SELECT TO throughline_sync USING (organization_id = (SELECT reader_organization()));
