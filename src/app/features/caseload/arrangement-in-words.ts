import type { NewsKind } from '#domain/caseload/brief.contract';
import type { Flag } from '#domain/caseload/caseload.contract';
import { FLAG_WORDS } from '#domain/caseload/flag-words';
import type { Arrangement } from './arrange-lines';
import { CASELOAD_COLUMNS } from './caseload-column';
import { NEWS_WORDS } from './news-kinds';

/** How a list is narrowed and ordered, for paper and files, which have no filters: it names nobody. */
export function arrangementInWords(
  { program, reason, news, text, sort }: Arrangement,
  selected: number,
): string {
  const column = CASELOAD_COLUMNS.find(({ id }) => id === sort.replace('-', ''));
  const order = column
    ? `by ${column.head}${sort.startsWith('-') ? ', the other way round' : ''}`
    : 'by what must be done';
  return [
    ...(selected > 0 ? [`${selected} selected by hand`] : []),
    ...(program ? [`program ${program}`] : []),
    ...(reason ? [`reason ${FLAG_WORDS[reason as Flag['rule']] ?? reason}`] : []),
    ...(news ? [`new: ${NEWS_WORDS[news as NewsKind] ?? news}`] : []),
    ...(text.trim() ? ['found by name or record number'] : []),
    order,
  ].join('; ');
}
