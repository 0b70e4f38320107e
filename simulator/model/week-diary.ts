import type { WeeklySlot } from './weekly-slot.ts';

const FIRST_MINUTE = 8 * 60;
const LAST_MINUTE = 21 * 60;
const STEP = 30;

/** What is taken in a standing fortnight, as one bit for each half hour of the working day. */
export class WeekDiary {
  private readonly even = new Int32Array(5);
  private readonly odd = new Int32Array(5);

  take({ weekday, startsAt, minutes, weeks }: WeeklySlot): void {
    const bits = bitsOf(startsAt, minutes);
    if (weeks !== 'odd') this.even[weekday] |= bits;
    if (weeks !== 'even') this.odd[weekday] |= bits;
  }

  release({ weekday, startsAt, minutes, weeks }: WeeklySlot): void {
    const bits = bitsOf(startsAt, minutes);
    if (weeks !== 'odd') this.even[weekday] &= ~bits;
    if (weeks !== 'even') this.odd[weekday] &= ~bits;
  }

  isFree({ weekday, startsAt, minutes, weeks }: WeeklySlot): boolean {
    if (startsAt + minutes > LAST_MINUTE) return false;
    const bits = bitsOf(startsAt, minutes);
    const taken =
      (weeks === 'odd' ? 0 : this.even[weekday]) | (weeks === 'even' ? 0 : this.odd[weekday]);
    return (taken & bits) === 0;
  }
}

function bitsOf(startsAt: number, minutes: number): number {
  const first = Math.floor((startsAt - FIRST_MINUTE) / STEP);
  const last = Math.ceil((startsAt + minutes - FIRST_MINUTE) / STEP);
  return ((1 << (last - first)) - 1) << first;
}
