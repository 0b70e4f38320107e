import { Component, effect, inject, input, type OnDestroy, output, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { SiteZone } from '../../period/site-zone';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { SidePanel } from '../../ui/side-panel/side-panel';
import { SourceRecordView } from '../../ui/source-record/source-record-view';
import { SourceRecordPanelActions } from './source-record.actions';
import { sourceRecordFeature } from './source-record.feature';

/** The record behind what is shown, beside it. Esc closes; the focus returns to what opened it. */
@Component({
  selector: 'app-source-record-panel',
  imports: [FailedNotice, LoadingLines, SidePanel, SourceRecordView],
  template: `
    <app-side-panel name="Source record" (closed)="closed.emit()">
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
    </app-side-panel>
  `,
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
