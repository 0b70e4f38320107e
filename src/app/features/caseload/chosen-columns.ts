import type { CaseloadColumnId } from '#domain/caseload/caseload-export.contract';
import { CASELOAD_COLUMNS, type CaseloadColumn } from './caseload-column';

const BY_DEFAULT = CASELOAD_COLUMNS.filter(({ extra }) => !extra);

/** The columns as an address names them, 'why.next.hours'; the client always comes first. */
export function chosenColumns(address: string): readonly CaseloadColumn[] {
  const ids = new Set(['client', ...address.split('.')]);
  const chosen = [...ids].flatMap(
    (id) => CASELOAD_COLUMNS.find((column) => column.id === id) ?? [],
  );
  return chosen.length > 1 ? chosen : BY_DEFAULT;
}

/** How the address says so; empty for the columns that are shown anyway. */
export function columnsInAddress(ids: readonly CaseloadColumnId[]): string {
  const besides = ids.filter((id) => id !== 'client').join('.');
  const byDefault = BY_DEFAULT.slice(1).map(({ id }) => id);
  return besides === byDefault.join('.') ? '' : besides;
}
