import type { Caseload } from '#domain/caseload/caseload.contract';
import { clientNameText } from '../../ui/client-name/client-name-text';
import type { ChangedCells } from './state/changed-cells';

const NAMED = 3;

/** 'Changed: Plum, Odette.' for those who do not see the tint; empty when nothing changed. */
export function changeInWords(
  caseload: Caseload | null,
  changed: ChangedCells,
  initialsOnly: boolean,
): string {
  const lines = caseload?.lines.filter(({ clientId }) => clientId in changed) ?? [];
  if (lines.length === 0) return '';
  if (lines.length > NAMED) return `${lines.length} clients changed.`;
  return `Changed: ${lines.map((line) => clientNameText(line, initialsOnly)).join('; ')}.`;
}
