import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** What a plan for the time after treatment has in it, in the order in which it is read. */
export const PLAN_CONTENTS = [
  'next-level',
  'first-appointment',
  'medication',
  'naloxone',
  'relapse-prevention',
  'crisis-plan',
  'housing',
  'mutual-help',
  'family',
  'employment',
  'legal',
  'transport',
  'consents',
  'contact-preferences',
] as const;
export type PlanContentId = (typeof PLAN_CONTENTS)[number];

/** What staff write down of it; everything else is written where it belongs, and shown here. */
export const WRITTEN_CONTENTS = [
  'naloxone',
  'relapse-prevention',
  'crisis-plan',
  'housing',
  'mutual-help',
  'family',
  'employment',
  'legal',
  'transport',
] as const satisfies readonly PlanContentId[];
export type WrittenContentId = (typeof WRITTEN_CONTENTS)[number];

export const isWrittenContent = (id: PlanContentId): id is WrittenContentId =>
  (WRITTEN_CONTENTS as readonly PlanContentId[]).includes(id);

export const CONTENT_WORDS: Readonly<Record<PlanContentId, string>> = {
  'next-level': 'Next level and provider',
  'first-appointment': 'First appointment',
  medication: 'Medication bridge',
  naloxone: 'Naloxone',
  'relapse-prevention': 'Relapse-prevention plan',
  'crisis-plan': 'Crisis plan',
  housing: 'Recovery housing',
  'mutual-help': 'Mutual help and peer support',
  family: 'Family',
  employment: 'Employment',
  legal: 'Legal matters',
  transport: 'Transport',
  consents: 'Consents for each recipient',
  'contact-preferences': 'Contact preferences',
};

/** Of which kind it is, where there are kinds. An address is not asked for: the plan works without it. */
export const CONTENT_KINDS = {
  naloxone: { given: 'kit given', prescribed: 'prescribed', has: 'the client has a kit' },
  'relapse-prevention': { written: 'written with the client', copy: 'the client has a copy' },
  'crisis-plan': { written: 'written with the client', copy: 'the client has a copy' },
  housing: {
    'recovery-residence': 'recovery residence',
    'own-home': 'own home',
    'with-family': 'with family or friends',
    other: 'other housing',
  },
  'mutual-help': {
    'twelve-step': 'twelve-step meetings',
    smart: 'SMART Recovery',
    peer: 'peer specialist',
    other: 'other mutual help',
  },
  family: {
    sessions: 'family sessions go on',
    group: 'support group for families',
    told: 'told of the plan',
  },
  employment: {
    works: 'at work',
    looking: 'looking for work',
    training: 'school or training',
    benefits: 'benefits applied for',
  },
  legal: { court: 'court or probation', counsel: 'legal aid', other: 'other matter' },
  transport: {
    own: 'own way',
    public: 'public transport',
    ride: 'a ride is arranged',
    payer: 'the payer’s transport',
    telehealth: 'visits by video',
  },
} as const satisfies Record<WrittenContentId, Record<string, string>>;

/** `null`: it was not said, or nobody has such a kind any more. */
export function kindInWords(content: WrittenContentId, kind: string | null): string | null {
  const words: Readonly<Record<string, string>> = CONTENT_KINDS[content];
  return kind === null ? null : (words[kind] ?? null);
}

/** Whether a program's plans have it. What leads to the next level, and who may be told, every plan has. */
export const CONTENT_SETTINGS = {
  naloxone: 'planNaloxone',
  'relapse-prevention': 'planRelapsePrevention',
  'crisis-plan': 'planCrisis',
  housing: 'planHousing',
  'mutual-help': 'planMutualHelp',
  family: 'planFamily',
  employment: 'planEmployment',
  legal: 'planLegal',
  transport: 'planTransport',
} as const satisfies Record<WrittenContentId, keyof ProgramDefaults>;
export type PlanTemplate = Pick<ProgramDefaults, (typeof CONTENT_SETTINGS)[WrittenContentId]>;
