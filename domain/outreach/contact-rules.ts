import { localTime } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { ContactMode, ContactResult } from './contact.contract.ts';
import type { ContactRules, Permitted } from './contact-rules.contract.ts';

/** A way to reach a client that the client may allow or forbid. */
export type Channel = 'phone' | 'voicemail' | 'text' | 'letter' | 'email';

export const CHANNELS: readonly Channel[] = ['phone', 'voicemail', 'text', 'letter', 'email'];

/** What is recorded of a channel: where nothing was written down, that. */
export const permitted = (rules: ContactRules | null, channel: Channel): Permitted =>
  rules?.[channel] ?? 'not-recorded';

const isChannel = (mode: ContactMode): mode is ContactMode & Channel =>
  (CHANNELS as readonly string[]).includes(mode);

/** By which channels an attempt goes: who calls and leaves a message has left a voicemail. */
export function channelsOf(mode: ContactMode, result: ContactResult | null): Channel[] {
  if (!isChannel(mode)) return [];
  return mode === 'phone' && result === 'message-left' ? ['phone', 'voicemail'] : [mode];
}

/** Of the channels of an attempt those that are not allowed, and those of which nothing is recorded. */
export function notAllowed(
  rules: ContactRules | null,
  mode: ContactMode,
  result: ContactResult | null,
): { forbidden: Channel[]; notRecorded: Channel[] } {
  const channels = channelsOf(mode, result);
  const are = (one: Permitted) => channels.filter((channel) => permitted(rules, channel) === one);
  return { forbidden: are('not-allowed'), notRecorded: are('not-recorded') };
}

/** Whether somebody left a word that may name the program: an answer at the door is no message. */
export const leavesWord = (mode: ContactMode, result: ContactResult | null): boolean =>
  channelsOf(mode, result).some((channel) => channel !== 'phone');

/** Whether it is a time to call on the client's clock: the first hour is one, the last one is not. */
export function isCallingTime(
  instant: number,
  timeZone: string,
  { callFromHour, callToHour }: Pick<ProgramDefaults, 'callFromHour' | 'callToHour'>,
): boolean {
  const { hour } = localTime(instant, timeZone);
  return callFromHour <= hour && hour < callToHour;
}

/** Attempts on the day it is on the client's calendar, up to now. */
export function attemptsOnDay(
  attemptsAt: readonly number[],
  instant: number,
  timeZone: string,
): number {
  const { day } = localTime(instant, timeZone);
  return attemptsAt.filter((at) => at <= instant && localTime(at, timeZone).day === day).length;
}
