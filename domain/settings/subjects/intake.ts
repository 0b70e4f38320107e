import type { Setting, SettingId } from '../setting.ts';

/** What is alike in each of them. */
const PLACE = {
  subject: 'intake',
  unit: 'place',
  least: 0,
  most: 3,
  source: '45 CFR 96.131(a), where a program has block grant funds; a state may say otherwise',
  affects: 'The order of the intake list',
  forAllBecause: 'Who waits is in no program yet',
  isDerivedBy: false,
} as const;

/** In which order people are admitted where there is a wait. */
export const INTAKE = {
  intakePregnantInjectingPlace: {
    ...PLACE,
    name: 'Pregnant people who inject',
    sentence: 'Who asks for help, is pregnant and injects has {value} on the intake list.',
  },
  intakePregnantPlace: {
    ...PLACE,
    name: 'Pregnant people',
    sentence: 'Who asks for help and is pregnant has {value} on the intake list.',
  },
  intakeInjectingPlace: {
    ...PLACE,
    name: 'People who inject',
    sentence: 'Who asks for help and injects has {value} on the intake list.',
  },
} satisfies Partial<Record<SettingId, Setting>>;
