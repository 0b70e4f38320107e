import { Type } from 'typebox';
import { MILESTONES, MILESTONE_STATUSES, TOLD_BY_OTHERS } from '../../aftercare/milestone.ts';

const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const WrittenWords = Type.Union([Words, Type.Null()]);

const SAID = {
  /** The day it happened, or for a date that is booked, that date. */
  on: Type.String({ format: 'date' }),
  /** To whom, where the record does not say. */
  destination: WrittenWords,
  note: WrittenWords,
};
const told = MILESTONES.filter((id) => (TOLD_BY_OTHERS as readonly string[]).includes(id));
/** A discharge date is planned, not ticked off: it is an entry of its own. */
const own = MILESTONES.filter((id) => !told.includes(id) && id !== 'discharge-date-set');

/** How far a milestone of aftercare has come, as staff know it. */
export const AftercareMilestone = Type.Union([
  Type.Object(
    {
      milestone: Type.Enum(own),
      status: Type.Enum([...MILESTONE_STATUSES]),
      toldBy: WrittenWords,
      ...SAID,
    },
    { additionalProperties: false },
  ),
  // What happens elsewhere counts by hand only with who told us.
  Type.Object(
    {
      milestone: Type.Enum(told),
      status: Type.Enum(['done', 'in-progress']),
      toldBy: Words,
      ...SAID,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      milestone: Type.Enum(told),
      status: Type.Enum(['not-started', 'declined', 'not-applicable']),
      toldBy: WrittenWords,
      ...SAID,
    },
    { additionalProperties: false },
  ),
]);
