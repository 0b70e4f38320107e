import type { Caseload, CaseloadLine } from '#domain/caseload/caseload.contract';

/** Names of a line's fields that differ, by client. */
export type ChangedCells = Readonly<Record<string, readonly (keyof CaseloadLine)[]>>;

/** What a second answer to the same question changed; a client who is new changed as a whole. */
export function changedCells(before: Caseload, after: Caseload): ChangedCells {
  const known = new Map(before.lines.map((line) => [line.clientId, line]));
  const changes = after.lines.map((line) => {
    const old = known.get(line.clientId);
    const fields = (Object.keys(line) as (keyof CaseloadLine)[]).filter(
      (field) => JSON.stringify(old?.[field]) !== JSON.stringify(line[field]),
    );
    return [line.clientId, fields] as const;
  });
  return Object.fromEntries(changes.filter(([, fields]) => fields.length > 0));
}
