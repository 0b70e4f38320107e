import { isAttended } from '#domain/attendance/attendance-status';
import type { CurriculumPart } from '#domain/client-progress/plan.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { SessionRead } from './client-sessions.queries.ts';

/** Kinds of sessions that a curriculum is made of, each with the setting that says how many it has. */
const KINDS = {
  group: 'curriculumGroup',
  individual: 'curriculumIndividual',
  family: 'curriculumFamily',
  skills: 'curriculumSkills',
} as const;

/** Sessions attended in an episode by kind, of those the program plans. */
export function curriculumOf(
  sessions: readonly SessionRead[],
  ofEpisode: string,
  rules: ProgramDefaults,
  asOf: Date,
): CurriculumPart[] {
  const now = asOf.toISOString();
  const attended = sessions.filter(
    ({ episodeId, walkIn, outcome, startsAt }) =>
      episodeId === ofEpisode &&
      startsAt <= now &&
      (walkIn || (outcome !== null && isAttended(outcome))),
  );
  return Object.entries(KINDS).map(([part, setting]) => ({
    kind: part,
    attended: attended.filter(({ kind }) => kind === part).length,
    planned: rules[setting],
  }));
}
