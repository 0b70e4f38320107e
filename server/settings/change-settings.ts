import type { ChangeEvent } from '#domain/data-sources/data-sources.contract';
import { dayInWords } from '#domain/calendar/day-in-words';
import type { Problem } from '#domain/problem.contract';
import { isSamePayer } from '#domain/payer/payer-key';
import { SETTINGS } from '#domain/settings/settings';
import type { NewSettingValue, SettingEntry } from '#domain/settings/settings.contract';
import { valueInWords } from '#domain/settings/value-in-words';
import { announce } from '../data-sources/change-channel.ts';
import { deriveSessionsFrom } from '../data-sources/derive-sessions.ts';
import { continueAsSync, type Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesChanged } from './rules.ts';
import {
  addValue,
  addWithdrawal,
  findEntries,
  findEntry,
  setOneAtATime,
} from './setting-values.queries.ts';

/** Every page that is open is made by the rules. */
const CHANGED = { topic: 'settings', ids: [] } as const satisfies ChangeEvent;

/**
 * Sets a value from a day on; the same sent twice is set once. Refused where somebody set or withdrew
 * one of the same setting meanwhile: who changes a rule must have seen what it is.
 */
export async function setValue(
  scoped: Scoped,
  reader: Reader,
  asked: NewSettingValue,
  at: Date,
): Promise<SettingEntry | Problem> {
  await setOneAtATime(scoped, reader);
  const already = await findEntry(scoped, reader, asked.id);
  if (already) return already;
  const own = (await findEntries(scoped, reader)).filter(
    ({ setting, programId, payer }) =>
      setting === asked.setting && programId === asked.programId && isSamePayer(payer, asked.payer),
  );
  const meanwhile = own
    .filter((entry) => newestOrder(entry) > asked.basedOn)
    .sort((a, b) => newestOrder(b) - newestOrder(a))[0];
  if (meanwhile) return { code: 'changed-meanwhile', message: meanwhileInWords(meanwhile, at) };
  await addValue(scoped, reader, asked, at);
  const added = await findEntry(scoped, reader, asked.id);
  if (!added) throw new Error('A value that was set is not there.');
  await follow(scoped, reader, added);
  return added;
}

/** Takes a value back, as if it had never been set; `null` where there is none that stands. */
export async function withdrawValue(
  scoped: Scoped,
  reader: Reader,
  valueId: string,
  id: string,
  at: Date,
): Promise<SettingEntry | null> {
  await setOneAtATime(scoped, reader);
  const entry = await findEntry(scoped, reader, valueId);
  if (!entry || entry.withdrawn) return entry;
  await addWithdrawal(scoped, reader, id, entry, at);
  const withdrawn = await findEntry(scoped, reader, valueId);
  await follow(scoped, reader, entry);
  return withdrawn;
}

/** What was derived by the rule is derived anew, from the day on that it changed. */
async function follow(
  scoped: Scoped,
  { organizationId }: Reader,
  { setting, effectiveOn }: SettingEntry,
): Promise<void> {
  rulesChanged(scoped);
  await announce(scoped, organizationId, CHANGED);
  if (!SETTINGS[setting].isDerivedBy) return;
  await continueAsSync(scoped);
  await deriveSessionsFrom(scoped, organizationId, effectiveOn);
}

const newestOrder = ({ order, withdrawn }: SettingEntry): number => withdrawn?.order ?? order;

function meanwhileInWords(
  { setting, value, effectiveOn, by, withdrawn }: SettingEntry,
  now: Date,
): string {
  const what = valueInWords(value, SETTINGS[setting].unit);
  const day = dayInWords(Date.parse(effectiveOn), 'UTC', now.getTime());
  const act = withdrawn
    ? `${withdrawn.by} withdrew ${what} from ${day}`
    : `${by} set ${what} from ${day}`;
  return `${act} meanwhile.`;
}
