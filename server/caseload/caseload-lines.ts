import { type ClinicalFacts, NOTHING_RECORDED } from '#domain/caseload/clinical-facts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findOutreachOf } from '../outreach/outreach-of.queries.ts';
import { rulesOf } from '../settings/rules.ts';
import { type Line, lineOf } from './caseload-line.ts';
import {
  type CaseloadFilter,
  type CaseloadRow,
  findCaseloadRows,
} from './caseload-rows.queries.ts';
import { findClinicalFacts } from './clinical-facts.queries.ts';

/** A line with what it was made of. */
export interface CaseloadEntry extends Line {
  row: CaseloadRow;
  record: ClinicalFacts;
}

/** The lines of a caseload at `asOf`: who is active, then what the record holds of all of them. */
export async function findCaseloadLines(
  scoped: Scoped,
  reader: Pick<Reader, 'organizationId'>,
  filter: CaseloadFilter,
  asOf: Date,
): Promise<CaseloadEntry[]> {
  const rows = await findCaseloadRows(scoped, reader, filter, asOf);
  const facts = await findClinicalFacts(scoped, reader, rows, asOf);
  const rules = await rulesOf(scoped, reader.organizationId);
  const outreach = await findOutreachOf(scoped, reader, rows.filter(hasMissed), asOf);
  return rows.map((row) => {
    const record = facts.get(row.episodeId) ?? NOTHING_RECORDED;
    return { row, record, ...lineOf(row, record, outreach.get(row.clientId) ?? null, asOf, rules) };
  });
}

const MISSED = ['no-show', 'client-cancelled'];

/** Of others there is no outreach to tell of. */
const hasMissed = ({ sessions }: CaseloadRow): boolean =>
  (sessions ?? []).some(([, , , , outcome]) => outcome !== null && MISSED.includes(outcome));
