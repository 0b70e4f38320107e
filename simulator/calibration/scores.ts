import { DAY_MS } from '../model/calendar-day.ts';
import type { EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { scores } from '../model/measurement/scores.ts';
import type { Comparison } from './comparison.ts';
import { mean } from './middle.ts';

const DESIGN = 'Design value: no published one for this setting';
const EIGHT_WEEKS = 56;

/** PHQ-9 at the assessment, and what of it is gone after about eight weeks. */
export function scoreComparisons(clinic: Clinic, stays: readonly EpisodeTimeline[]): Comparison[] {
  const courses = stays
    .filter(({ intake }) => intake !== null)
    .map((stay) => scores(clinic, stay).filter(({ instrument }) => instrument === 'phq-9'))
    .filter(({ length }) => length > 0);
  const first = courses.map(([one]) => one.total);
  const centre = mean(first);
  const changes = courses.flatMap((course) => {
    const later = course.find(
      ({ takenAt }) => Math.abs((takenAt - course[0].takenAt) / DAY_MS - EIGHT_WEEKS) <= 10,
    );
    return later ? later.total - course[0].total : [];
  });
  return [
    { quantity: 'PHQ-9 at the assessment, mean', simulated: centre, published: 12, ...points },
    {
      quantity: 'PHQ-9 at the assessment, SD',
      simulated: Math.sqrt(mean(first.map((one) => (one - centre) ** 2))),
      published: 6,
      ...points,
    },
    {
      quantity: 'PHQ-9 after eight weeks, change',
      simulated: mean(changes),
      published: -4.5,
      ...points,
    },
  ];
}

const points = { unit: 'points', source: DESIGN } as const;
