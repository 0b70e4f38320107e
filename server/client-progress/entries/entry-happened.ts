import type { Day } from '#domain/calendar/calendar-day';
import type { ClientEntry } from '#domain/client-progress/client-entry.contract';
import { entryInWords } from '#domain/client-progress/entry-in-words';
import type { HappeningKind } from '#domain/client-progress/happenings.contract';
import { happened, type Happened } from '../happenings/happened.ts';

const AS: Readonly<Record<ClientEntry['kind'], HappeningKind>> = {
  'case-note': 'note',
  'score-review': 'review',
  phase: 'phase',
  'planned-discharge': 'phase',
  barrier: 'barrier',
  'barrier-resolved': 'barrier',
  'skills-practised': 'practice',
  meetings: 'practice',
  'family-session': 'practice',
  'aftercare-milestone': 'referral',
  'plan-content': 'referral',
  dimensions: 'assessment',
  'working-alliance': 'score',
  'court-report': 'note',
};

/** What staff wrote, among everything that happened. */
export const entryHappened = (entry: ClientEntry, today: Day): Happened =>
  happened({
    id: `${AS[entry.kind]}:${entry.id}`,
    kind: AS[entry.kind],
    at: new Date(entry.at).toISOString(),
    ...entryInWords(entry, today),
    by: entry.by,
  });
