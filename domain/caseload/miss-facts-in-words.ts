import { dayInWords } from '../calendar/day-in-words.ts';
import type { MissFacts } from './risk-facts.contract.ts';

/** One of the facts behind a miss, as a row says it; `null` words: not recorded. */
export interface MissFact {
  name: string;
  words: string | null;
}

/** More of them stand with the reasons. */
const SHOWN = { substances: 3, medications: 2 };

/** Always all five and in one order, so that the eye finds each where it was in the row above. */
export function missFactsInWords(
  { substances, medications, overdose, release, naloxone }: MissFacts,
  asOf: number,
): MissFact[] {
  const day = (on: string | null) =>
    on === null ? 'day not recorded' : dayInWords(Date.parse(on), 'UTC', asOf);
  return [
    {
      name: 'Substances',
      words: listed(
        substances.map(({ name, inRemission }) => (inRemission ? `${name} (in remission)` : name)),
        SHOWN.substances,
      ),
    },
    {
      name: 'Medication',
      words: listed(
        medications.map(
          ({ words, on }) => `${words} ${on ? `until ${day(on)}` : 'end not recorded'}`,
        ),
        SHOWN.medications,
      ),
    },
    { name: 'Overdose', words: overdose && day(overdose.on) },
    { name: 'Release', words: release && `${release.words} until ${day(release.on)}` },
    { name: 'Naloxone', words: naloxone && day(naloxone.on) },
  ];
}

function listed(words: readonly string[], shown: number): string | null {
  if (words.length === 0) return null;
  const more = words.length > shown ? ` +${words.length - shown}` : '';
  return words.slice(0, shown).join(', ') + more;
}
