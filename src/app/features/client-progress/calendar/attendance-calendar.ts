import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { clinicDate } from '../../../ui/clinic-time/clinic-time';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { statusWord } from '../../../ui/status-mark/status-word';
import { sessionsOfEpisode } from '../sessions-of-episode';
import { SessionsTable } from '../sessions-table';
import { attendanceMonths } from './attendance-months';
import { byKind, byWeekday } from './attendance-pattern';

const FIRST_MONTHS = 3;
const FOLLOWED = { reached: 'reached', attempted: 'attempted, not reached', none: 'no outreach' };

/** On which days a client came, on which not, and what followed each miss. */
@Component({
  selector: 'app-attendance-calendar',
  imports: [RouterLink, SessionsTable, StatusMark],
  templateUrl: './attendance-calendar.html',
  styleUrl: './attendance-calendar.css',
})
export class AttendanceCalendar {
  readonly client = input.required<ClientProgress>();
  /** As it is shown to the client: without what staff did after a miss. */
  readonly shared = input(false);

  protected readonly weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  protected readonly asTable = signal(false);
  protected readonly every = signal(false);
  protected readonly sessions = computed(() => sessionsOfEpisode(this.client()));
  private readonly all = computed(() => attendanceMonths(this.sessions(), this.client().timeZone));
  protected readonly months = computed(() =>
    this.every() ? this.all() : this.all().slice(0, FIRST_MONTHS),
  );
  protected readonly hidden = computed(() => this.all().length - this.months().length);
  /** The shapes that stand in the months, each with its word. */
  protected readonly legend = computed(() => {
    const marks = new Set(
      this.sessions().map(({ status, walkIn }) => (walkIn ? 'walk-in' : status)),
    );
    return [...marks].map((mark) => ({ mark, word: statusWord(mark) }));
  });
  protected readonly patterns = computed(() => [
    { name: 'By weekday', rows: byWeekday(this.sessions(), this.client().timeZone) },
    { name: 'By kind', rows: byKind(this.sessions()) },
  ]);
  protected readonly misses = computed(() => {
    const { timeZone, asOf } = this.client();
    return this.sessions().flatMap(({ startsAt, service, status, outreach, recordId }) => {
      if (!outreach) return [];
      const on = outreach.at ? `, ${clinicDate(outreach.at, timeZone, asOf)}` : '';
      return [
        {
          recordId,
          day: clinicDate(startsAt, timeZone, asOf),
          service,
          status,
          word: statusWord(status),
          followed: `${FOLLOWED[outreach.result]}${on}`,
          barrier: outreach.barrier ?? 'not recorded',
        },
      ];
    });
  });
}
