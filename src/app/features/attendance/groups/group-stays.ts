import { Component, computed, inject, input } from '@angular/core';
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
      attended: formatCount({ numerator: member.attended, denominator: member.sessions }),
      state: stateInWords(member),
    })),
  );
}

function daysInWords({ since, until, state }: GroupMember, today: string): string {
  const [first, last] = [calendarDay(since), calendarDay(until)];
  if (state === 'stopped') return `${first}–${last}`;
  return until > today ? `since ${first}, booked until ${last}` : `since ${first}, last ${last}`;
}

/** Stopped says nothing of why: only whether care goes on. */
function stateInWords({ state, inCare }: GroupMember): string {
  if (state === 'member') return inCare ? '' : 'no longer in care';
  return inCare ? 'stopped, still in care' : 'stopped, no longer in care';
}
