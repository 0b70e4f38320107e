import type { ContactMode, ContactResult } from './contact.contract.ts';
import { leavesWord, notAllowed } from './contact-rules.ts';
import type { ContactRules } from './contact-rules.contract.ts';
import { CHANNEL_WORDS } from './contact-words.ts';

/** What is recorded of a way to reach the client, where it is not simply allowed. */
export function allowedInWords(
  rules: ContactRules | null,
  mode: ContactMode,
  result: ContactResult | null,
): { words: string; isForbidden: boolean }[] {
  const { forbidden, notRecorded } = notAllowed(rules, mode, result);
  const names = leavesWord(mode, result) ? (rules?.namesProgram ?? 'not-recorded') : 'allowed';
  return [
    ...forbidden.map((channel) => ({
      words: `${CHANNEL_WORDS[channel]}: not allowed by the client.`,
      isForbidden: true,
    })),
    ...notRecorded.map((channel) => ({
      words: `${CHANNEL_WORDS[channel]}: not recorded whether the client allows it.`,
      isForbidden: false,
    })),
    ...(names === 'not-allowed'
      ? [{ words: 'Nothing left or sent may name the program.', isForbidden: true }]
      : []),
    ...(names === 'not-recorded'
      ? [
          {
            words:
              'Not recorded whether what is left may name the program: leave its name out until the client has agreed in writing.',
            isForbidden: false,
          },
        ]
      : []),
  ];
}
