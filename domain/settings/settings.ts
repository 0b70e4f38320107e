import type { Setting, SettingId } from './setting.ts';
import { ABSENCE } from './subjects/absence.ts';
import { AFTERCARE } from './subjects/aftercare.ts';
import { ATTENDANCE } from './subjects/attendance.ts';
import { CAPACITY } from './subjects/capacity.ts';
import { CONTACT } from './subjects/contact.ts';
import { DOSE } from './subjects/dose.ts';
import { INTAKE } from './subjects/intake.ts';
import { PAYERS } from './subjects/payers.ts';
import { RECORD } from './subjects/record.ts';
import { SAFETY } from './subjects/safety.ts';

/** Every rule that may be set; the compiler asks for the words of each new default. */
export const SETTINGS: Readonly<Record<SettingId, Setting>> = {
  ...ATTENDANCE,
  ...ABSENCE,
  ...CONTACT,
  ...DOSE,
  ...RECORD,
  ...PAYERS,
  ...CAPACITY,
  ...INTAKE,
  ...AFTERCARE,
  ...SAFETY,
};

export const SETTING_IDS = Object.keys(SETTINGS) as SettingId[];

/** Whether one payer may have a value of its own: what its contract says. */
export const isByPayer = (id: SettingId): boolean => SETTINGS[id].subject === 'payers';

export const isSettingId = (id: string): id is SettingId => Object.hasOwn(SETTINGS, id);
