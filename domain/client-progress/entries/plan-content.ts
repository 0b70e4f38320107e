import { Type } from 'typebox';
import { MILESTONE_STATUSES } from '../../aftercare/milestone.ts';
import { CONTENT_KINDS, type WrittenContentId } from '../../aftercare/plan-content.ts';

const Words = (maxLength: number) =>
  Type.Union([Type.String({ minLength: 1, maxLength, pattern: '\\S' }), Type.Null()]);

/** One content with kinds of its own. */
const of = <C extends WrittenContentId>(content: C) =>
  Type.Object(
    {
      content: Type.Literal(content),
      status: Type.Enum([...MILESTONE_STATUSES]),
      kind: Type.Union([Type.Enum(Object.keys(CONTENT_KINDS[content])), Type.Null()]),
      /** The day it was arranged, or is to be. */
      on: Type.String({ format: 'date' }),
      /** Who sees to it: staff, the client, or somebody else. */
      owner: Words(100),
      note: Words(200),
    },
    { additionalProperties: false },
  );

/** How far one content of the plan for the time after has come, as staff and client agreed. */
export const PlanContentWritten = Type.Union([
  of('naloxone'),
  of('relapse-prevention'),
  of('crisis-plan'),
  of('housing'),
  of('mutual-help'),
  of('family'),
  of('employment'),
  of('legal'),
  of('transport'),
]);
