import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { ListedSessions } from './state/cases.actions';

/** What the address says; empty where it says nothing. */
export type SessionAddress = Readonly<Partial<Record<string, string>>>;

/** The query string of the page: all of its state is there. */
export const sessionAddress = (): Signal<SessionAddress> =>
  toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });

const WORDS = [
  'from',
  'to',
  'asOf',
  'site',
  'program',
  'counselor',
  'kind',
  'track',
  'level',
  'destination',
  'fromStop',
  'toStop',
  'after',
];
const NUMBERS = ['weekday', 'hour', 'reason'];

/** What is asked for on all pages of a list, not from one of them on. */
export const onAllPages = <Q extends { after?: string }>({ after: _, ...query }: Q) => query;

export function listedSessions(address: SessionAddress): ListedSessions {
  const words = WORDS.flatMap((name) => (address[name] ? [[name, address[name]]] : []));
  const numbers = NUMBERS.flatMap((name) => (address[name] ? [[name, Number(address[name])]] : []));
  return Object.fromEntries([...words, ...numbers]) as ListedSessions;
}
