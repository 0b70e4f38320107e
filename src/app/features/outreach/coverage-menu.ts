import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { accessFeature } from '../../access/state/access.feature';
import { calendarDay } from '../../ui/clinic-time/clinic-time';
import { CoverageActions } from './state/coverage.actions';
import { coverageFeature } from './state/coverage.feature';

/** Who stands in for a colleague who is away, and from when until when. */
@Component({
  selector: 'app-coverage-menu',
  imports: [MatButton],
  templateUrl: './coverage-menu.html',
  styleUrl: '../../ui/small-form.css',
})
export class CoverageMenu {
  private readonly store = inject(Store);

  readonly today = input.required<string>();

  protected readonly found = this.store.selectSignal(coverageFeature.selectCoverages);
  protected readonly problem = this.store.selectSignal(coverageFeature.selectProblem);
  protected readonly saving = this.store.selectSignal(coverageFeature.selectSaving);
  protected readonly refused = this.store.selectSignal(coverageFeature.selectRefused);
  protected readonly me = this.store.selectSignal(accessFeature.selectMe);
  protected readonly missing = signal('');
  /** Supervisors say it of anybody, others of themselves. */
  protected readonly away = computed(() => {
    const colleagues = this.found()?.colleagues ?? [];
    const me = this.me();
    return me?.role === 'supervisor'
      ? colleagues
      : colleagues.filter(({ id }) => id === me?.staffId);
  });
  protected readonly day = calendarDay;

  constructor() {
    this.store.dispatch(CoverageActions.opened());
  }

  protected retry(): void {
    this.store.dispatch(CoverageActions.opened());
  }

  protected withdraw(id: string): void {
    this.store.dispatch(CoverageActions.withdrawClicked({ id }));
  }

  protected add(awayId: string, coveredById: string, fromDay: string, toDay: string): void {
    this.missing.set(wrong(awayId, coveredById, fromDay, toDay));
    if (this.missing() || this.saving()) return;
    const id = crypto.randomUUID();
    this.store.dispatch(
      CoverageActions.submitted({ coverage: { id, awayId, coveredById, fromDay, toDay } }),
    );
  }
}

function wrong(awayId: string, coveredById: string, fromDay: string, toDay: string): string {
  if (!awayId || !coveredById) return 'Choose who is away and who covers.';
  if (awayId === coveredById) return 'Nobody covers themselves. Choose a colleague.';
  if (!fromDay || !toDay) return 'Choose the first and the last day.';
  return toDay < fromDay ? 'The last day lies before the first.' : '';
}
