import type { CaseloadOverview } from '#domain/caseload/caseload.contract';
import type { Choice } from '../../ui/select-chip/select-chip';

/** The sites of an overview by program; a counselor's team is no site. */
export function sitesOf(overview: CaseloadOverview | null): Choice[] {
  if (overview?.by !== 'program') return [];
  const names = new Map<string, string>();
  for (const { siteId, within } of overview.counts) if (siteId) names.set(siteId, within ?? siteId);
  return [...names].map(([value, label]) => ({ value, label }));
}
