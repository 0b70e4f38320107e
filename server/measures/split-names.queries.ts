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

/** What the parts of a split are called, by the key they are counted by. */
export async function splitNames(
  scoped: Scoped,
  organizationId: string,
  split: Split,
): Promise<(key: string) => string> {
  if (split === 'site' || split === 'program') {
    const names = await (split === 'site' ? siteNames : unitNames)(scoped, organizationId);
    return (key) => names.get(key) ?? `${split === 'site' ? 'Site' : 'Program'} not known`;
  }
  return (key) => nameOf(split, key);
}

function nameOf(split: Exclude<Split, 'site' | 'program'>, key: string): string {
  if (split === 'weekday') return WEEKDAYS[Number(key) - 1] ?? key;
  if (split === 'time') return TIMES[key] ?? key;
  if (split === 'level') return key === '' ? 'Level not known' : `Level ${key}`;
  if (split === 'track') return key === '' ? 'Track not known' : capitalized(`${key} track`);
  return capitalized(key.replaceAll('-', ' '));
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

async function siteNames(scoped: Scoped, organizationId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM site WHERE organization_id = ${organizationId}`.execute(scoped);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Sessions carry their unit: it is called as its program, where it has one. */
async function unitNames(scoped: Scoped, organizationId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT DISTINCT ON (unit.id) unit.id, coalesce(p.name, unit.name) AS name
      FROM unit LEFT JOIN program p ON p.organization_id = unit.organization_id AND p.unit_id = unit.id
     WHERE unit.organization_id = ${organizationId} ORDER BY unit.id, p.id`.execute(scoped);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
