import { Component, input, output } from '@angular/core';
import type { SettingEntry, Settings } from '#domain/settings/settings.contract';
import { isByPayer } from '#domain/settings/settings';
import { valueInWords } from '#domain/settings/value-in-words';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { dayWords } from './day-words';
import { nameOf, type SettingLine } from './setting-line';

/** Who set what, from which day on, and what was taken back. */
@Component({
  selector: 'app-setting-history',
  template: `
    <h3>History</h3>
    @if (line().entries.length > 0) {
      <ol>
        @for (entry of line().entries; track entry.id) {
          <li [class.withdrawn]="entry.withdrawn">
            <span>
              <b>{{ what(entry) }}</b> {{ where(entry) }}, from {{ from(entry) }}
              <span class="by">
                Set by {{ entry.by }}, {{ moment(entry.at) }}.
                @if (entry.withdrawn; as withdrawn) {
                  Withdrawn by {{ withdrawn.by }}, {{ moment(withdrawn.at) }}.
                }
              </span>
            </span>
            @if (mayWrite() && !entry.withdrawn) {
              <button
                class="chip"
                type="button"
                [disabled]="saving()"
                [attr.aria-label]="'Withdraw ' + what(entry) + ', from ' + from(entry)"
                (click)="withdrawn.emit(entry)"
              >
                Withdraw
              </button>
            }
          </li>
        }
      </ol>
      @if (mayWrite()) {
        <p class="help">What is withdrawn is as if it had never been set.</p>
      }
    } @else {
      <p class="dim">Never set: the default has always held.</p>
    }
  `,
  styleUrl: './setting-history.css',
})
export class SettingHistory {
  readonly line = input.required<SettingLine>();
  readonly settings = input.required<Settings>();
  readonly mayWrite = input.required<boolean>();
  readonly saving = input.required<boolean>();
  readonly timeZone = input.required<string>();
  readonly withdrawn = output<SettingEntry>();

  protected what({ value }: SettingEntry): string {
    return valueInWords(value, this.line().setting.unit);
  }

  protected where({ setting, programId, payer }: SettingEntry): string {
    if (payer !== null) return `for ${payer}`;
    if (programId === null) return isByPayer(setting) ? 'for every payer' : 'for every program';
    const program = this.settings().programs.find(({ id }) => id === programId);
    return program ? `for ${nameOf(program)}` : 'for a program that is gone';
  }

  protected from({ effectiveOn }: SettingEntry): string {
    return dayWords(effectiveOn, this.settings().today);
  }

  protected moment(instant: string): string {
    return clinicMoment(instant, this.timeZone());
  }
}
