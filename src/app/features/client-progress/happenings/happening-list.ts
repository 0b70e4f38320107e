import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Happening, HappeningKind } from '#domain/client-progress/happenings.contract';
import { clinicDate, clinicTime } from '../../../ui/clinic-time/clinic-time';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { LoadingLines } from '../../../ui/page-states/loading-lines';
import { SelectChip } from '../../../ui/select-chip/select-chip';
import { RecordLinks } from '../../../ui/source-record/record-links';
import { StatusMark } from '../../../ui/status-mark/status-mark';
import { statusWord } from '../../../ui/status-mark/status-word';
import { HappeningsActions } from '../state/happenings.actions';
import { happeningsFeature } from '../state/happenings.feature';
import { KIND_WORDS } from './happening-words';

/** Everything that happened with a client in one list, newest first, each with its record. */
@Component({
  selector: 'app-happening-list',
  imports: [FailedNotice, LoadingLines, RecordLinks, SelectChip, StatusMark],
  templateUrl: './happening-list.html',
  styleUrl: './happening-list.css',
})
export class HappeningList {
  private readonly store = inject(Store);

  readonly clientId = input.required<string>();
  readonly asOf = input<string>();

  protected readonly found = this.store.selectSignal(happeningsFeature.selectFound);
  protected readonly loading = this.store.selectSignal(happeningsFeature.selectLoading);
  protected readonly problem = this.store.selectSignal(happeningsFeature.selectProblem);
  protected readonly kind = signal<HappeningKind | null>(null);
  protected readonly kinds = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));
  protected readonly rows = computed(() => {
    const found = this.found();
    if (!found) return [];
    const { asOf, timeZone } = found;
    return found.happenings.map((happening) => ({
      happening,
      day: clinicDate(
        happening.at ?? `${happening.on}T12:00:00Z`,
        happening.at ? timeZone : 'UTC',
        asOf,
      ),
      time: happening.at ? clinicTime(happening.at, timeZone) : '',
      kind: KIND_WORDS[happening.kind],
      detail: detailOf(happening),
      late: [
        happening.lateBy === null ? '' : `recorded ${daysWords(happening.lateBy)} later`,
        happening.revisedBy === null ? '' : `changed ${daysWords(happening.revisedBy)} later`,
      ]
        .filter(Boolean)
        .join(', '),
    }));
  });

  constructor() {
    effect(() => {
      const asked = { clientId: this.clientId(), asOf: this.asOf(), kind: this.kind() };
      untracked(() => this.store.dispatch(HappeningsActions.asked({ asked })));
    });
  }

  protected choose(kind: string): void {
    this.kind.set(kind in KIND_WORDS ? (kind as HappeningKind) : null);
  }

  protected earlier(): void {
    if (!this.loading()) this.store.dispatch(HappeningsActions.earlierAsked());
  }

  protected retry(): void {
    this.store.dispatch(HappeningsActions.retryClicked());
  }
}

const detailOf = ({ status, detail }: Happening): string =>
  [status ? statusWord(status) : '', detail ?? ''].filter(Boolean).join(', ');

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
