-- Nothing is ever looked for by what a resource says as a whole: to sample it for the planner means to
-- read thousands of long texts each time a filling table is looked at.
ALTER TABLE source_record ALTER COLUMN body SET STATISTICS 0;
