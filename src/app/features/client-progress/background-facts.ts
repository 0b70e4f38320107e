import type { ClientBackground } from '#domain/client-progress/background.contract';
import { relationshipInWords } from '#domain/client-progress/relationship';
import { clinicDate } from '../../ui/clinic-time/clinic-time';

export interface Fact {
  name: string;
  value: string | null | undefined;
  more?: string;
  /** What it says where there is no value. */
  none?: string;
  definition?: string;
}

/** What staff must have in mind before a session: diagnosis, who sent, constraints, who pays. */
export function backgroundFacts(background: ClientBackground, asOf: string): Fact[] {
  const until = (day: string) => clinicDate(`${day}T12:00:00Z`, 'UTC', asOf);
  const { diagnoses, interpreterRequired, language } = background;
  const answer = (question: string) =>
    background.answers.find((given) => given.question === question)?.words.join(', ');
  const detox = answer('DAYS_SINCE_DETOX');
  return [
    {
      name: 'Diagnosis',
      value: diagnoses
        .filter(({ kind }) => kind === 'substance-use' || kind === 'co-occurring')
        .map(
          ({ code, words, inRemission }) => `${code ?? words}${inRemission ? ' in remission' : ''}`,
        )
        .join(', '),
      definition: diagnoses
        .map(({ code, words }) => [code, words].filter(Boolean).join(' '))
        .join('\n'),
      none: 'not recorded',
    },
    {
      name: 'Referred by',
      value: answer('REFERRAL_SOURCE'),
      ...(detox && { more: `${detox} d from detox` }),
      none: 'not recorded',
    },
    { name: 'Support', ...supportFact(background, until) },
    { name: 'Work or school', value: answer('EMPLOYMENT_STATUS'), none: 'not recorded' },
    { name: 'Schedule', value: answer('SCHEDULE_CONSTRAINT'), none: 'no constraint recorded' },
    { name: 'Housing', value: answer('LIVING_ARRANGEMENT'), none: 'not recorded' },
    ...needs(answer),
    ...(interpreterRequired
      ? [{ name: 'Interpreter', value: language ?? 'needed, language not recorded' }]
      : []),
    { name: 'Consents', ...consentsFact(background, until) },
    { name: 'Authorization', ...authorizationFact(background, until) },
  ];
}

/** A last day in words, with its year where it is another. */
type Until = (day: string) => string;

function needs(answer: (question: string) => string | undefined): Fact[] {
  const needed = (
    [
      ['TRANSPORT_NEEDED', 'transport'],
      ['CHILDCARE_NEEDED', 'childcare'],
    ] as const
  ).flatMap(([question, word]) => (isYes(answer(question)) ? [word] : []));
  return needed.length > 0 ? [{ name: 'Needs', value: needed.join(', ') }] : [];
}

const isYes = (words: string | undefined): boolean => /^(yes|true|1)$/i.test(words ?? '');

function supportFact({ supportPeople }: ClientBackground, until: Until): Omit<Fact, 'name'> {
  const person = supportPeople.find(({ consent }) => consent) ?? supportPeople[0];
  if (!person) return { value: null, none: 'nobody recorded' };
  const { relationship, consent } = person;
  return {
    value: relationship ? relationshipInWords(relationship) : 'a support person',
    more: consent
      ? consent.until
        ? `consent to ${until(consent.until)}`
        : 'consent'
      : 'no consent',
  };
}

/** Those in force: how many, whom each lets know, and which ends first. */
function consentsFact({ consents }: ClientBackground, until: Until): Omit<Fact, 'name'> {
  const [first] = consents.flatMap(({ endsOn }) => endsOn ?? []).sort();
  return {
    value: consents.length > 0 ? `${consents.length} in force` : null,
    more: first ? `the first to ${until(first)}` : 'no end',
    definition: consents
      .map(
        ({ to, endsOn }) =>
          `${to.join(', ') || 'a class of recipients'}${endsOn ? `, to ${until(endsOn)}` : ''}`,
      )
      .join('\n'),
    none: 'none in force',
  };
}

function authorizationFact({ authorization }: ClientBackground, until: Until): Omit<Fact, 'name'> {
  if (!authorization) return { value: null, none: 'none recorded' };
  const { units, used, unit, endsOn, payer, reference } = authorization;
  return {
    value:
      units === null
        ? `${used} ${unit}s used, number not known`
        : `${Math.max(0, units - used)} of ${units} ${unit}s left`,
    more: endsOn ? `to ${until(endsOn)}` : 'end unknown',
    definition: [payer, reference].filter(Boolean).join(', '),
  };
}
