import type { Setting, SettingId } from '../setting.ts';

/** How soon a safety task is taken on. */
export const SAFETY = {
  safetyAcknowledgeMinutes: {
    subject: 'safety',
    name: 'Acknowledged',
    sentence: 'A safety task that nobody acknowledged within {value} goes to whoever is on call.',
    unit: 'minutes',
    least: 5,
    most: 240,
    source: 'Program default',
    affects: 'When a safety task is escalated',
    forAllBecause: 'Whoever is on call answers for every program',
    isDerivedBy: false,
  },
} satisfies Partial<Record<SettingId, Setting>>;
