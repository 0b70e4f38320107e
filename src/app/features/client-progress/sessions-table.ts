import { Component, computed, input, signal } from '@angular/core';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';
import { RecordLinks } from '../../ui/source-record/record-links';
import { StatusMark } from '../../ui/status-mark/status-mark';
import { statusWord } from '../../ui/status-mark/status-word';
import { minutesInWords } from '../../ui/minutes/minutes-in-words';

const FIRST = 40;

/** Every session of a client with what is recorded, and the record it came from. */
@Component({
  selector: 'app-sessions-table',
  imports: [RecordLinks, StatusMark],
  templateUrl: './sessions-table.html',
  styleUrl: './sessions-table.css',
})
export class SessionsTable {
  readonly sessions = input.required<readonly ClientSession[]>();
  readonly asOf = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly all = signal(false);
  protected readonly hidden = computed(() =>
    this.all() ? 0 : Math.max(0, this.sessions().length - FIRST),
  );
  protected readonly rows = computed(() => {
    const shown = this.all() ? this.sessions() : this.sessions().slice(0, FIRST);
    return shown.map((session) => ({
      session,
      day: clinicDate(session.startsAt, this.timeZone(), this.asOf()),
      time: clinicTime(session.startsAt, this.timeZone()),
      mark: session.walkIn ? 'walk-in' : session.status,
      word: wordOf(session),
      minutes: minutesInWords(session),
      followed: followedBy(session),
    }));
  });
}

const wordOf = ({ status, walkIn }: ClientSession): string =>
  walkIn ? `${statusWord('walk-in')}, ${statusWord(status).toLowerCase()}` : statusWord(status);

const FOLLOWED = {
  reached: 'reached after',
  attempted: 'attempted, not reached',
  none: 'no outreach',
};

/** What followed a miss: 'reached after, childcare'; '' of any other session. */
const followedBy = ({ outreach }: ClientSession): string =>
  outreach ? [FOLLOWED[outreach.result], outreach.barrier].filter(Boolean).join(', ') : '';
