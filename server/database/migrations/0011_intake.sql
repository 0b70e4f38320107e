-- Whoever supervises sees those who asked for help and wait: nobody is their counselor yet.
ALTER TABLE client_reach DROP CONSTRAINT client_reach_via_check;
ALTER TABLE client_reach ADD CONSTRAINT client_reach_via_check
  CHECK (via IN ('counselor', 'supervisor', 'intake', 'roster'));
