import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import type { IntakeQuery } from '#domain/intake/intake.contract';
import { followTime } from '../../http/follow-time';
import { serverEventsFeature } from '../../http/server-events.feature';
import { SiteZone } from '../../period/site-zone';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { IntakeTable } from './intake-table';
import { intakeFinding } from './intake-words';
import { IntakePageActions } from './state/intake.actions';
import { intakeFeature } from './state/intake.feature';

/** Who asked for help and waits, since when, and what is next. */
@Component({
  selector: 'app-intake-page',
  imports: [FailedNotice, IntakeTable, LoadingLines, StaleNotice],
  template: `
    @if (stale()) {
      <app-stale-notice
        message="The list could not be brought up to date; it stands as it was."
        (retry)="retry()"
      />
    }
    @switch (status()) {
      @case ('ready') {
        @if (list(); as list) {
          @if (list.waiting.length === 0) {
            <p>
              {{
                complete()
                  ? 'Nobody who asked for help is waiting.'
                  : 'No request that is open has been read yet; earlier ones are still being read.'
              }}
            </p>
          } @else {
            <h2>{{ finding() }}</h2>
            <p class="note">
              Requests that are open at the source, of people not in care, and returns to care that
              were accepted at a follow-up. {{ list.order }}
            </p>
            <app-intake-table [list]="list" />
          }
        }
      }
      @case ('failed') {
        <app-failed-notice what="The intake list" [problem]="problem()" (retry)="retry()" />
      }
      @default {
        <app-loading-lines [count]="12" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 24px 24px;
    }
    h2 {
      font: var(--tl-finding);
    }
    .note {
      max-width: 100ch;
      padding: 2px 0 10px;
      font: var(--tl-label);
      color: var(--tl-ink-2);
    }
    @media (max-width: 1200px) {
      :host {
        padding: 12px 16px 24px;
      }
    }
  `,
})
export class IntakePage {
  private readonly store = inject(Store);

  // From the query string.
  readonly asOf = input<string>();

  protected readonly list = this.store.selectSignal(intakeFeature.selectList);
  protected readonly status = this.store.selectSignal(intakeFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(intakeFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(intakeFeature.selectStale);
  /** None among what has been read is not yet nobody. */
  protected readonly complete = computed(() => this.health()?.sync?.historyComplete !== false);
  protected readonly finding = computed(() => intakeFinding(this.list()?.waiting ?? []));

  private readonly health = this.store.selectSignal(serverEventsFeature.selectHealth);
  private readonly query = computed((): IntakeQuery => {
    const asOf = this.asOf();
    return asOf ? { asOf } : {};
  });

  constructor() {
    const heading = inject(PageHeading);
    inject(SiteZone).show(null);
    followTime(() => {
      const list = this.list();
      if (!list || this.asOf()) return null;
      return { asOf: list.asOf, boundaries: list.waiting.flatMap(({ stepAt }) => stepAt ?? []) };
    });
    effect(() => {
      const query = this.query();
      untracked(() => this.store.dispatch(IntakePageActions.listShown({ query })));
    });
    effect(() => {
      const count = this.list()?.waiting.length;
      heading.show({ title: 'Intake', scope: count === undefined ? '' : `${count} waiting` });
    });
  }

  protected retry(): void {
    this.store.dispatch(IntakePageActions.retryClicked({ query: this.query() }));
  }
}
