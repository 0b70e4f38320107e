import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GroupMember } from '#domain/attendance/therapy-group.contract';
import { ClientName } from '../../../ui/client-name/client-name';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { formatCount } from '../../../ui/figure/format-rate';
import { stayAxis, stayBar } from './stay-drawing';

/** Everybody who is or was in a group, on one time axis: members first, then who stopped. */
@Component({
  selector: 'app-group-stays',
  imports: [ClientName, RouterLink],
  templateUrl: './group-stays.html',
  styleUrl: './group-stays.css',
})
export class GroupStays {
  readonly members = input.required<readonly GroupMember[]>();
  readonly today = input.required<string>();

  protected readonly axis = computed(() => stayAxis(this.members(), this.today()));
  protected readonly ends = computed(() => ({
    from: calendarDay(this.axis().from),
    to: this.axis().to === this.today() ? 'today' : calendarDay(this.axis().to),
  }));
  protected readonly stays = computed(() =>
    this.members().map((member) => ({
      member,
      bar: stayBar(member, this.today(), this.axis()),
      days: daysInWords(member, this.today()),
      attended: attendedInWords(member),
      state: stateInWords(member, this.today()),
    })),
  );
}

/** Of the sessions that are over; before the first there is nothing to divide by. */
const attendedInWords = ({ attended, sessions }: GroupMember): string =>
  sessions === 0 ? 'none yet' : formatCount({ numerator: attended, denominator: sessions });

function daysInWords({ since, until, state }: GroupMember, today: string): string {
  const dayOf = (day: string) => calendarDay(day) + yearOf(day, today);
  const [first, last] = [dayOf(since), dayOf(until)];
  if (state === 'stopped') return `${first}–${last}`;
  if (since > today) return `from ${first}`;
  return until > today ? `since ${first}, booked until ${last}` : `since ${first}, last ${last}`;
}

/** Only where it is another. */
const yearOf = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;

/** Stopped says nothing of why: only whether care goes on. */
function stateInWords({ state, inCare, since }: GroupMember, today: string): string {
  if (state === 'member') return inCare || since > today ? '' : 'no longer in care';
  return inCare ? 'stopped, still in care' : 'stopped, no longer in care';
}
