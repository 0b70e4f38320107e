-- A contract is between the organization and a payer: of what payers count, one may have a value of its
-- own, by the name that coverages give it. Null: every payer.
ALTER TABLE setting_value ADD COLUMN payer text,
  ADD CHECK (payer IS NULL OR program_id IS NULL);

-- The payers there are to choose from: names of organizations, never whose. An administrator, who sees
-- no client, sees no coverage either.
DO $$ BEGIN
  CREATE ROLE throughline_payers NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the whole cluster
END $$;
GRANT throughline_payers TO CURRENT_USER;
GRANT USAGE, CREATE ON SCHEMA public TO throughline_payers;
GRANT SELECT ON coverage, unit TO throughline_payers;
CREATE POLICY payers ON coverage FOR SELECT TO throughline_payers
  USING (organization_id = (SELECT reader_organization()));
CREATE POLICY payers ON unit FOR SELECT TO throughline_payers
  USING (organization_id = (SELECT reader_organization()));

CREATE FUNCTION payers_named() RETURNS TABLE (name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT DISTINCT coalesce(nullif(btrim(c.payer_name), ''), nullif(btrim(u.name), ''))
      FROM coverage c
      LEFT JOIN unit u ON u.organization_id = c.organization_id AND u.id = c.payer_id
     WHERE c.organization_id = reader_organization() AND reader_role() = 'admin'
  $$;
ALTER FUNCTION payers_named() OWNER TO throughline_payers;
REVOKE ALL ON FUNCTION payers_named() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payers_named() TO throughline_reader;
REVOKE CREATE ON SCHEMA public FROM throughline_payers;
