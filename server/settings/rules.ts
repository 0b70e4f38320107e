import { sql } from 'kysely';
import { type Day, localTime } from '#domain/calendar/calendar-day';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { payerKey } from '#domain/payer/payer-key';
import { rulesAt } from '#domain/settings/rules-at';
import type { SettingValue } from '#domain/settings/setting-value';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';

/** The rules of an organization, through time. */
export interface Rules {
  /**
   * Those of a program on a day of its calendar, of whom a payer pays for; where none is named, of the
   * whole organization and of payers at large.
   */
  on(day: Day, programId?: string | null, payer?: string | null): ProgramDefaults;
  /** Those of the whole organization at an instant: a day has begun once it has begun everywhere. */
  at(instant: Date): ProgramDefaults;
  /** Those that hold at an instant, whichever program they are of and whatever day it is there. */
  anywhere(instant: Date): ProgramDefaults[];
  /** Some payer has a rule of its own, so that it matters who pays. */
  differByPayer: boolean;
}

/** What was read in a transaction stays what it is until its end: the rules are asked for once. */
const read = new WeakMap<Scoped, Promise<Rules>>();

/** The rules that the transaction goes by. */
export function rulesOf(scoped: Scoped, organizationId: string): Promise<Rules> {
  const known = read.get(scoped);
  if (known) return known;
  const found = findRules(scoped, organizationId);
  read.set(scoped, found);
  return found;
}

/** From here on the transaction asks anew: one of its own statements has set a value. */
export const rulesChanged = (scoped: Scoped): void => void read.delete(scoped);

/** From here on the transaction goes by these, as if they had been set. */
export const supposeRules = (scoped: Scoped, rules: Rules): void =>
  void read.set(scoped, Promise.resolve(rules));

interface Found {
  values: SettingValue[];
  zones: string[];
}

async function findRules(scoped: Scoped, organizationId: string): Promise<Rules> {
  const { values, zones } = await findValues(scoped, organizationId);
  return rulesOver(values, zones);
}

/** The values that stand, and the clocks of the sites. */
export async function findValues(scoped: Scoped, organizationId: string): Promise<Found> {
  const { rows } = await sql<Found>`
    SELECT (SELECT coalesce(json_agg(json_build_object('id', v.id, 'order', v.entry, 'setting', v.setting,
                     'programId', v.program_id, 'payer', v.payer, 'effectiveOn', v.effective_on, 'value', v.value, 'withdrawn', false)), '[]')
              FROM setting_value v
             WHERE v.organization_id = ${organizationId} AND v.value IS NOT NULL
               AND NOT EXISTS (SELECT FROM setting_value w
                                WHERE w.organization_id = ${organizationId} AND w.withdraws = v.id)) AS values,
           (SELECT coalesce(json_agg(DISTINCT time_zone), '[]') FROM site
             WHERE organization_id = ${organizationId}) AS zones`.execute(scoped);
  return rows[0] ?? { values: [], zones: [] };
}

/** The rules that follow from values; of every day asked for they are worked out once. */
export function rulesOver(values: readonly SettingValue[], zones: readonly string[]): Rules {
  const worked = new Map<string, ProgramDefaults>();
  const payers = new Set(values.flatMap(({ payer }) => (payer === null ? [] : payerKey(payer))));
  const programs = new Set(values.flatMap(({ programId }) => programId ?? []));
  const on: Rules['on'] = (day, programId = null, paidBy = null) => {
    const payer = paidBy !== null && payers.has(payerKey(paidBy)) ? payerKey(paidBy) : null;
    const key = `${day} ${programId} ${payer}`;
    const known = worked.get(key);
    if (known) return known;
    const rules = rulesAt(values, programId, day, payer);
    worked.set(key, rules);
    return rules;
  };
  const clocks = zones.length > 0 ? zones : [OWN_TIME_ZONE];
  return {
    on,
    at: (instant) => on(lastDayAt(instant, clocks)),
    anywhere: (instant) =>
      [...daysAt(instant, [...clocks, OWN_TIME_ZONE])].flatMap((day) =>
        [null, ...programs].map((programId) => on(day, programId)),
      ),
    differByPayer: payers.size > 0,
  };
}

/** The day it is where the day begins last. */
const lastDayAt = (instant: Date, zones: readonly string[]): Day =>
  [...daysAt(instant, zones)].reduce((a, b) => (a < b ? a : b));

const daysAt = (instant: Date, zones: readonly string[]): ReadonlySet<Day> =>
  new Set(zones.map((zone) => localTime(instant.getTime(), zone).day));
