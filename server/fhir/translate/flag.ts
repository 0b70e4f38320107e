import type { Flag } from 'fhir/r4';
import { plainCodes, wordsOf } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface ClientFlagFacts {
  client: Ref;
  /** HL7 flag-category: safety, behavioral, clinical, contact, … */
  category: string | null;
  words: string;
  status: string;
  startsOn: string | null;
  endsOn: string | null;
}

/** What staff must know before they meet a client. */
export function translateFlag(flag: Flag): Translation<ClientFlagFacts> {
  if (flag.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const client = refOf(flag.subject, 'Patient');
  if (!client) {
    return flag.subject?.reference && refOf(flag.subject)
      ? { setAside: 'About no client' }
      : heldBack('Names no client', 'the flag is not shown');
  }
  const words = wordsOf(flag.code);
  if (!words) return heldBack('Has no words', 'the flag is not shown');
  return {
    use: {
      client,
      category: plainCodes(flag.category ?? [])[0] ?? null,
      words,
      status: flag.status,
      startsOn: wholeDay(flag.period?.start),
      endsOn: wholeDay(flag.period?.end),
    },
  };
}
