import { background } from './background/background.ts';
import { medicationOf } from './care/medication.ts';
import { weekday } from './calendar-day.ts';
import type { Clinic } from './clinic.ts';
import { Draws } from './draws.ts';
import type { Placement } from './placement.ts';
import type { SessionKind } from './session.ts';
import type { StaffMember } from './staff-member.ts';

/** A visit beside group and counselor: when, and with whom. */
export interface FurtherVisit {
  kind: SessionKind;
  day: number;
  /** Minutes after local midnight. */
  startsAt: number;
  minutes: number;
  practitioner: StaffMember;
}

const SEES_A_PEER = 0.3;

/** Skills and education directly after group; visits to the peer specialist and the prescriber. */
export function furtherVisits(clinic: Clinic, placement: Placement): FurtherVisit[] {
  const { seed, peers, prescribers, facilitators, teamOf } = clinic;
  const { client, ordinal, group, startDay, endDay } = placement;
  const draws = new Draws(seed, 'visits', client, ordinal);
  const { site } = group.unit;
  const { weekdays, startsAt } = group.schedule;
  const after = startsAt + group.minutes;
  const supervisor = teamOf.get(facilitators[group.index])?.supervisor;
  const visits: FurtherVisit[] = [];
  const on = (weekday_: number, from: number) => from + ((weekday_ - weekday(from) + 7) % 7);

  const lesson = weekdays[draws.whole(0, weekdays.length - 1)];
  for (let day = on(lesson, startDay + 3), at = 0; supervisor && day <= endDay; day += 14, at++) {
    const kind = at % 2 === 0 ? 'skills' : 'education';
    visits.push({ kind, day, startsAt: after, minutes: 60, practitioner: supervisor });
  }
  const before = startsAt - 60 >= 8 * 60 ? startsAt - 60 : after;
  if (draws.chance(SEES_A_PEER)) {
    const turn = weekdays[draws.whole(0, weekdays.length - 1)];
    for (let day = on(turn, startDay + 6); day <= endDay; day += 14) {
      const practitioner = peers[site.index];
      visits.push({ kind: 'peer', day, startsAt: before, minutes: 45, practitioner });
    }
  }
  if (medicationOf(seed, client, background(seed, client))) {
    const turn = weekdays[draws.whole(0, weekdays.length - 1)];
    const practitioner = prescribers[site.index];
    for (let day = on(turn, startDay + 1); day <= endDay; day += 28) {
      visits.push({ kind: 'medication', day, startsAt: before - 30, minutes: 30, practitioner });
    }
  }
  return visits.filter(
    ({ startsAt: from, minutes }) => from >= 8 * 60 && from + minutes <= 22 * 60,
  );
}
