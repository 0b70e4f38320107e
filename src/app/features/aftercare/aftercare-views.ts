import type { Me } from '#domain/access/access.contract';
import { mayDo, type Permission } from '#domain/access/permission';

export interface AftercareView {
  /** What the address says of it. */
  view: 'list' | 'follow-up' | 'reports' | null;
  word: string;
  asks: Permission;
}

/** The views of aftercare that are one page; transitions are a page beside it. */
const AFTERCARE_VIEWS: readonly AftercareView[] = [
  { view: null, word: 'Board', asks: 'client:read' },
  { view: 'list', word: 'List', asks: 'client:read' },
  { view: 'follow-up', word: 'Follow-up', asks: 'follow-up:read' },
  { view: 'reports', word: 'Reports due', asks: 'client:read' },
];

/** Who asks after those who left reads nothing of what is planned. */
export const readsBoard = (me: Me | null): boolean => me !== null && mayDo(me.role, 'client:read');

/** Those that a reader may read. */
export const viewsFor = (me: Me | null): AftercareView[] =>
  AFTERCARE_VIEWS.filter(({ asks }) => me !== null && mayDo(me.role, asks));

/** The one that the address names, else the first. */
export function viewShown(named: string | undefined, me: Me | null): AftercareView | undefined {
  const views = viewsFor(me);
  return views.find(({ view }) => view === named) ?? views[0];
}
