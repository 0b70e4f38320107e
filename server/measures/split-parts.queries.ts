import { sql } from 'kysely';
import type { Split } from '#domain/measures/measures.contract';
import type { Scoped } from '../database/database.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** By the hour from which they count, so that their keys are in order. */
const TIMES: Record<string, string> = {
  '00': 'Morning, before 12 pm',
  '12': 'Afternoon, 12 to 5 pm',
  '17': 'Evening, from 5 pm',
};

/** Whether the parts have an order of their own, by their keys. */
export const isOrdered = (split: Split): boolean =>
  split === 'weekday' || split === 'time' || split === 'level';

/** What a part of a split is called, and by which id it is asked for. */
export interface SplitPart {
  id: string;
  name: string;
}

/** The parts of a split by the key they are counted by. */
export async function splitParts(
  scoped: Scoped,
  organizationId: string,
  split: Split,
): Promise<(key: string) => SplitPart> {
  if (split === 'site' || split === 'program') {
    const parts = await (split === 'site' ? sites : programs)(scoped, organizationId);
    const none = `${split === 'site' ? 'Site' : 'Program'} not known`;
    return (key) => parts.get(key) ?? { id: key, name: none };
  }
  return (key) => ({ id: key, name: nameOf(split, key) });
}

function nameOf(split: Exclude<Split, 'site' | 'program'>, key: string): string {
  if (split === 'weekday') return WEEKDAYS[Number(key) - 1] ?? key;
  if (split === 'time') return TIMES[key] ?? key;
  if (split === 'level') return key === '' ? 'Level not known' : `Level ${key}`;
  if (split === 'track') return key === '' ? 'Track not known' : capitalized(`${key} track`);
  return capitalized(key.replaceAll('-', ' '));
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

async function sites(scoped: Scoped, organizationId: string): Promise<Map<string, SplitPart>> {
  const { rows } = await sql<SplitPart>`
    SELECT id, name FROM site WHERE organization_id = ${organizationId}`.execute(scoped);
  return new Map(rows.map((site) => [site.id, site]));
}

/** Sessions carry their unit: it goes by its program, where it has one. */
async function programs(scoped: Scoped, organizationId: string): Promise<Map<string, SplitPart>> {
  const { rows } = await sql<SplitPart & { unitId: string }>`
    SELECT DISTINCT ON (unit.id) unit.id AS "unitId", coalesce(p.id, unit.id) AS id, coalesce(p.name, unit.name) AS name
      FROM unit LEFT JOIN program p ON p.organization_id = unit.organization_id AND p.unit_id = unit.id
     WHERE unit.organization_id = ${organizationId} ORDER BY unit.id, p.id`.execute(scoped);
  return new Map(rows.map(({ unitId, ...part }) => [unitId, part]));
}
