import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DataSource } from '#domain/data-sources/data-sources.contract';
import { clinicDay, clinicTime } from '../../ui/clinic-time/clinic-time';
import { ageInWords } from '../../ui/data-age/age-in-words';
import { Icon } from '../../ui/icon/icon';
import { SOURCE_STATE } from './source-state';

/** Each connected system: whether it is up to date, when it was read and will be. */
@Component({
  selector: 'app-source-table',
  imports: [Icon, MatButton],
  templateUrl: './source-table.html',
  styleUrl: './source-table.css',
})
export class SourceTable {
  readonly sources = input.required<readonly DataSource[]>();
  readonly now = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly mayRun = input.required<boolean>();
  readonly runAsked = output<string>();

  protected readonly rows = computed(() =>
    this.sources().map((source) => ({
      source,
      state: SOURCE_STATE[source.state],
      lastRun: source.lastRun ? this.moment(source.lastRun.startedAt) : 'none yet',
      next: source.state === 'reading' ? 'when done' : this.next(source.nextRunAt),
      behind: source.asOf
        ? ageInWords(Date.parse(this.now()) - Date.parse(source.asOf)).replace(' ago', '')
        : 'not read yet',
      says: this.says(source),
    })),
  );

  private moment(instant: string): string {
    const day = clinicDay(instant, this.timeZone(), this.now());
    const time = clinicTime(instant, this.timeZone());
    return day === clinicDay(this.now(), this.timeZone(), this.now()) ? time : `${day}, ${time}`;
  }

  private next(instant: string | null): string {
    if (!instant) return 'not planned';
    const seconds = Math.round((Date.parse(instant) - Date.parse(this.now())) / 1_000);
    if (seconds < 0) return 'due';
    return seconds < 60 ? `in ${seconds} s` : this.moment(instant);
  }

  private says({ kind, lastRun, historyComplete, asOf }: DataSource): string {
    const said = [`${kind}.`, lastRun?.message ?? 'Has not been read yet.'];
    if (asOf && !historyComplete) said.push('Earlier years are still being read.');
    return said.join(' ');
  }
}
