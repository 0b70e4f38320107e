import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Component, effect, inject, input, type OnDestroy, output, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { SiteZone } from '../../period/site-zone';
import { Icon } from '../../ui/icon/icon';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { SourceRecordView } from '../../ui/source-record/source-record-view';
import { SourceRecordPanelActions } from './source-record.actions';
import { sourceRecordFeature } from './source-record.feature';

/** The record behind what is shown, beside it. Esc closes; the focus returns to what opened it. */
@Component({
  selector: 'app-source-record-panel',
  imports: [CdkTrapFocus, FailedNotice, Icon, LoadingLines, SourceRecordView],
  template: `
    <div
      class="panel"
      role="dialog"
      aria-label="Source record"
      cdkTrapFocus
      [cdkTrapFocusAutoCapture]="true"
      (keydown.escape)="closed.emit()"
    >
      <div class="title">
        <h2>Source record</h2>
        <button type="button" aria-label="Close" title="Close (Esc)" (click)="closed.emit()">
          <app-icon name="close" />
        </button>
      </div>
      @switch (status()) {
        @case ('ready') {
          @if (record(); as record) {
            <app-source-record-view [record]="record" [timeZone]="timeZone()" />
          }
        }
        @case ('failed') {
          <app-failed-notice what="The record" [problem]="problem()" (retry)="retry()" />
        }
        @default {
          <app-loading-lines />
        }
      }
    </div>
  `,
  styleUrl: './source-record-panel.css',
})
export class SourceRecordPanel implements OnDestroy {
  private readonly store = inject(Store);

  readonly recordId = input.required<string>();
  readonly closed = output();

  protected readonly timeZone = inject(SiteZone).timeZone;
  protected readonly record = this.store.selectSignal(sourceRecordFeature.selectRecord);
  protected readonly status = this.store.selectSignal(sourceRecordFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(sourceRecordFeature.selectProblem);

  constructor() {
    effect(() => {
      const recordId = this.recordId();
      untracked(() => this.store.dispatch(SourceRecordPanelActions.opened({ recordId })));
    });
  }

  ngOnDestroy(): void {
    this.store.dispatch(SourceRecordPanelActions.closed());
  }

  protected retry(): void {
    const recordId = this.recordId();
    this.store.dispatch(SourceRecordPanelActions.retryClicked({ recordId }));
  }
}
