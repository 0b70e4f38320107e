import { Type } from 'typebox';
import { REPORT_INTERVALS } from '../../disclosures/report-duty.ts';

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const WrittenWords = (maxLength: number) => Type.Union([Words(maxLength), Type.Null()]);

/** A court or an office that is to be told how treatment goes, how often, and by when the next time. */
export const CourtReportDuty = Type.Object(
  {
    /** As the client's consent names it. */
    to: Words(200),
    officer: WrittenWords(100),
    address: WrittenWords(300),
    every: Type.Enum([...REPORT_INTERVALS]),
    dueOn: Type.String({ format: 'date' }),
  },
  { additionalProperties: false },
);
