import { sql } from 'kysely';
import type {
  MeasureCases,
  MeasureCasesQuery,
  MeasureTally,
} from '#domain/measures/measure-cases.contract';
import type { Counted } from '#domain/measures/measure';
import { CENSUS } from '#domain/measures/census';
import { talliedCourse } from './tally-answer.ts';
import type { Tally } from './tally.ts';
import type { Asking, TalliedMeasure } from './tallied-measures.ts';

const A_PAGE = 100;

/** What stands behind a figure that is not counted by sessions, newest first. */
export async function tallyCases(
  asking: Asking,
  tallied: TalliedMeasure,
  { counts, after, ...query }: MeasureCasesQuery,
  most = A_PAGE,
): Promise<MeasureCases> {
  const course = await talliedCourse(asking, tallied, query);
  const tallies = (await tallied.tally(asking, course))
    .filter(({ day }) => tallied.measure.id !== CENSUS.id || day >= lastStart(course.periods))
    .filter(({ counted }) => counts === undefined || PARTS[counts](counted))
    .map((tally) => ({ ...tally, key: keyOf(tally) }))
    .sort((a, b) => b.key.localeCompare(a.key));
  const rest = after ? tallies.filter(({ key }) => key < after) : tallies;
  const page = rest.slice(0, most);
  const names = await namesOf(
    asking,
    page.flatMap(({ clientId }) => clientId ?? []),
  );
  return {
    asOf: asking.asOf.toISOString(),
    cases: [],
    tallies: page.map((tally): MeasureTally => {
      const { day, until, clientId, group, which, counted, recordIds } = tally;
      const name = clientId ? names.get(clientId) : undefined;
      return {
        clientId,
        familyName: name?.familyName ?? null,
        givenName: name?.givenName ?? null,
        group,
        ...(which && { which }),
        day,
        until,
        numerator: counted.numerator,
        denominator: counted.denominator,
        counts: partOf(counted),
        recordIds: [...recordIds],
      };
    }),
    total: tallies.length,
    next: rest.length > most ? (page.at(-1)?.key ?? null) : null,
  };
}

const lastStart = (periods: readonly { start: string }[]): string => periods.at(-1)?.start ?? '';

const keyOf = ({ day, clientId, group, recordIds }: Tally): string =>
  `${day}|${clientId ?? group ?? ''}|${recordIds[0] ?? ''}`;

type Part = MeasureTally['counts'];

const PARTS: Record<Part, (counted: Counted) => boolean> = {
  unrecorded: ({ unrecorded }) => unrecorded > 0,
  numerator: ({ numerator }) => numerator > 0,
  denominator: ({ denominator }) => denominator > 0,
  excluded: ({ excluded }) => excluded > 0,
};

function partOf(counted: Counted): Part {
  const parts: readonly Part[] = ['unrecorded', 'numerator', 'denominator'];
  return parts.find((part) => PARTS[part](counted)) ?? 'excluded';
}

async function namesOf(
  { scoped, reader }: Asking,
  ids: readonly string[],
): Promise<Map<string, { familyName: string; givenName: string }>> {
  const { rows } = await sql<{ id: string; familyName: string; givenName: string }>`
    SELECT id, family_name AS "familyName", given_name AS "givenName" FROM client
     WHERE organization_id = ${reader.organizationId} AND id = ANY(${[...new Set(ids)]}::uuid[])`.execute(
    scoped,
  );
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}
