import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseloadLine } from '#domain/caseload/caseload.contract';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { AttendanceStrip } from '../../ui/attendance-strip/attendance-strip';
import { ClientName } from '../../ui/client-name/client-name';
import { clinicDay, clinicTime } from '../../ui/clinic-time/clinic-time';
import { ATTENDED } from '../../ui/figure/attended-definition';
import { Figure } from '../../ui/figure/figure';
import { HoursBar } from '../../ui/hours-bar/hours-bar';
import { SignalMark } from '../../ui/signal-mark/signal-mark';
import type { CaseloadColumn } from './caseload-column';

/** What one column shows of one client. The grid moves the focus; nothing in here takes it. */
@Component({
  selector: 'app-caseload-cell',
  imports: [AttendanceStrip, ClientName, Figure, HoursBar, RouterLink, SignalMark],
  templateUrl: './caseload-cell.html',
  styleUrl: './caseload-cell.css',
})
export class CaseloadCell {
  readonly column = input.required<CaseloadColumn['id']>();
  readonly line = input.required<CaseloadLine>();
  readonly asOf = input.required<string>();
  /** What tells this client from another of the same initials. */
  readonly apart = input('');
  readonly reasonsAsked = output<Element>();

  protected readonly attended = ATTENDED;
  protected readonly flag = computed(() => this.line().flags[0]);
  protected readonly notSeen = computed(
    () => this.line().daysSinceSeen >= PROGRAM_DEFAULTS.notSeenDays,
  );

  protected readonly next = computed(() => {
    const { next, timeZone } = this.line();
    if (!next) return null;
    const day = clinicDay(next.startsAt, timeZone, this.asOf());
    const today = clinicDay(this.asOf(), timeZone, this.asOf());
    const time = clinicTime(next.startsAt, timeZone);
    return { when: day === today ? time : `${day} ${time}`, service: next.service };
  });

  protected readonly level = computed(() => {
    const { level, track, phase } = this.line();
    const place = [level?.code ?? 'level not known', track && TRACKS[track]].filter(Boolean);
    return [place.join(' '), phase && `phase ${phase.number}`].filter(Boolean).join(', ');
  });
}

const TRACKS = { day: 'Day', evening: 'Eve' };
