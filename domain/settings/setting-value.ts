import type { Day } from '../calendar/calendar-day.ts';
import type { SettingId } from './setting.ts';

/** One entry of the journal of settings: a value set from a day on, or one taken back. */
export interface SettingValue {
  id: string;
  /** Its place in the journal: of two for the same day the later one holds. */
  order: number;
  setting: SettingId;
  /** `null`: of every program. */
  programId: string | null;
  /** As the record names them; `null`: of every payer. Never beside a program. */
  payer: string | null;
  effectiveOn: Day;
  value: number;
  /** Taken back by whoever set it or another: then it is as if it had never been set. */
  withdrawn: boolean;
}
