import type { ContactMode, ContactResult } from '#domain/outreach/contact.contract';
import { leavesWord, notAllowed } from '#domain/outreach/contact-rules';
import type { ContactRules } from '#domain/outreach/contact-rules.contract';
import { CHANNEL_WORDS } from '#domain/outreach/contact-words';

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
