import type { Me } from '#domain/access/access.contract';
import type { Caseload, CaseloadQuery } from '#domain/caseload/caseload.contract';
import type { Heading } from '../../ui/page-heading/page-heading';

/** Whose list it is and how many stand in it, as the head of the page says. */
export function scopeOf(me: Me | null, query: CaseloadQuery, caseload: Caseload | null): Heading {
  const count = caseload ? `${caseload.lines.length} active clients` : '';
  const scope = [whose(me, query, caseload), count].filter(Boolean).join(' · ');
  const from = { title: 'Caseload', path: '/caseload' };
  if (!query.counselor && !query.program) return { title: 'Caseload', scope, bySite: true };
  // A program is at one site already.
  return { title: 'Clients', scope, from, bySite: !query.program };
}

function whose(me: Me | null, query: CaseloadQuery, caseload: Caseload | null): string {
  if (query.counselor === 'none') return 'Without a counselor';
  const line = caseload?.lines[0];
  if (query.counselor) return line?.counselor?.name ?? '';
  if (query.program) return [line?.program, line?.site].filter(Boolean).join(', ');
  return me?.name ?? '';
}
