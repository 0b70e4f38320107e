import type { MeasureQuery } from '#domain/measures/measures.contract';
import type { SessionAddress } from '../session-address';

const ASKED = ['from', 'to', 'asOf', 'site', 'program', 'track', 'level'] as const;

/** What of the address the hours are asked with; without days the server takes 26 weeks. */
export const doseQuery = (address: SessionAddress): MeasureQuery =>
  Object.fromEntries(ASKED.flatMap((name) => (address[name] ? [[name, address[name]]] : [])));
