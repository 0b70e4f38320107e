import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { isMiss } from '#domain/caseload/is-miss';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findMissFacts } from './risk-facts.queries.ts';

/** Lines as they are shown: whoever is listed for not coming has the facts that matter for risk. */
export async function withMissFacts(
  scoped: Scoped,
  reader: Pick<Reader, 'organizationId'>,
  lines: readonly CaseloadLine[],
  asOf: Date,
): Promise<CaseloadLine[]> {
  const missed = lines.filter(({ flags }) => flags.some(isMiss)).map(({ clientId }) => clientId);
  const facts = await findMissFacts(scoped, reader, missed, asOf);
  return lines.map((line) => ({ ...line, missFacts: facts.get(line.clientId) ?? null }));
}
