import type { CodeableConcept, Goal } from 'fhir/r4';
import { isoDate } from '../model/calendar-day.ts';
import { goals, type Achievement } from '../model/care/goal.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { localInstant } from '../model/local-time.ts';
import type { Placement } from '../model/placement.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';

/** What a client wants, in their own words: as written, at the review, and when the stay ended. */
export function goalRecords(clinic: Clinic, { episodes }: ClientTimeline): Recorded<Goal>[] {
  return episodes.flatMap(({ placement, dischargedAt }) => {
    const { client, startDay, endDay, group } = placement;
    return goals(clinic.seed, placement).map((goal): Recorded<Goal> => {
      const id = goalId(placement, goal.ordinal);
      const on = (day: number) => localInstant(group.unit.site.zone, day, 16 * 60 + goal.ordinal);
      const written = on(goal.writtenDay);
      const review = on(Math.floor((goal.writtenDay + endDay) / 2));
      const at = [written, review, dischargedAt].filter(
        (instant, place) => place === 0 || (instant > written && instant <= dischargedAt),
      );
      return {
        id,
        at,
        render: (version) => {
          const over = at[version - 1] === dischargedAt;
          const now = over ? goal.atEnd : version === 1 ? 'in-progress' : goal.midway;
          return {
            resourceType: 'Goal',
            id,
            lifecycleStatus: over ? (now === 'achieved' ? 'completed' : 'cancelled') : 'active',
            achievementStatus: achievement(now),
            description: { text: goal.text },
            subject: toClient(client),
            startDate: isoDate(Math.max(startDay, goal.writtenDay)),
            target: [{ dueDate: isoDate(goal.targetDay) }],
            statusDate: isoDate(over ? endDay : goal.writtenDay),
          };
        },
      };
    });
  });
}

export function goalId({ client, ordinal: stay }: Placement, ordinal: number): string {
  return resourceId.clinical('goal', client, `${stay + 1}-${ordinal + 1}`);
}

function achievement(code: Achievement): CodeableConcept {
  return {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code }],
  };
}
