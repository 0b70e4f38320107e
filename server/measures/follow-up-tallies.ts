import { addDays } from '#domain/calendar/calendar-day';
import { FOLLOW_UP_REACHED } from '#domain/measures/follow-up-reached';
import type { Counted } from '#domain/measures/measure';
import { findFollowUps, type FollowUpOf } from '../aftercare/find-follow-ups.ts';
import type { Course } from './course.ts';
import type { SessionScope } from './session-scope.ts';
import { LEFT_OUT, once, type Tally } from './tally.ts';
import type { Asking } from './tallied-measures.ts';

/** Follow-ups whose windows end in the days of the scope, each under the last day of its window. */
export async function followUpTallies(
  { scoped, reader, asOf }: Asking,
  { scope }: Pick<Course, 'scope'>,
): Promise<Tally[]> {
  // A counselor who names nobody means their own caseload.
  const counselor = scope.counselor ?? (reader.role === 'counselor' ? reader.staffId : undefined);
  const all = await findFollowUps(scoped, reader, asOf, { windowsFrom: scope.from });
  return all
    .filter(({ followUp: { to } }) => scope.from <= to && to <= scope.to)
    .filter(isOf({ ...scope, counselor: counselor ?? undefined }))
    .map(tallyOf);
}

/** As one of its kind, in whichever figure: only once its window is over does anybody know how it went. */
export function countedFollowUp({ followUp, discharge: { today } }: FollowUpOf): Counted {
  switch (FOLLOW_UP_REACHED.formula(followUp, today)) {
    case 'reached':
      return once(1);
    case 'not-reached':
      return once(0);
    case 'not-known':
      return once(0, { of: 0, unrecorded: 1 });
    case 'left-out':
    case 'still-open':
      return LEFT_OUT;
  }
}

const isOf =
  ({ site, program, counselor, track, level }: Partial<SessionScope>) =>
  ({ discharge }: FollowUpOf): boolean =>
    [
      [site, discharge.siteId],
      [program, discharge.programId],
      [counselor, discharge.counselorId],
      [track, discharge.track],
      [level, discharge.level],
    ].every(([asked, own]) => !asked || asked === own);

function tallyOf(one: FollowUpOf): Tally {
  const { discharge, followUp } = one;
  const { siteId, unitId, track, level, clientId, episodeId, isInferred } = discharge;
  return {
    day: followUp.to,
    until: addDays(followUp.to, 1),
    clientId,
    group: null,
    which: followUp.name,
    counted: countedFollowUp(one),
    parts: { site: siteId ?? '', program: unitId ?? '', track: track ?? '', level: level ?? '' },
    recordIds: isInferred ? [] : [episodeId],
  };
}
