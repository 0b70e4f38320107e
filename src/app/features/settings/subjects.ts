import type { Subject } from '#domain/settings/setting';
import type { SettingLine } from './setting-line';

/** The page's order, and what each part is called. */
const SUBJECTS: Record<Subject, string> = {
  attendance: 'Attendance',
  absence: 'Absence and outreach',
  contact: 'Contact',
  dose: 'Dose',
  record: 'Record and plan',
  payers: 'Payers',
  capacity: 'Capacity',
  intake: 'Intake list',
  aftercare: 'Aftercare',
  safety: 'Safety',
};

export interface SubjectLines {
  name: string;
  lines: SettingLine[];
}

/** The lines by what they are about; what nothing is set of has no heading. */
export const bySubject = (lines: readonly SettingLine[]): SubjectLines[] =>
  Object.entries(SUBJECTS)
    .map(([subject, name]) => ({
      name,
      lines: lines.filter(({ setting }) => setting.subject === subject),
    }))
    .filter((one) => one.lines.length > 0);
