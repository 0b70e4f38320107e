import { Component, effect, inject, input, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import type { ClientProgress } from '#domain/client-progress/client-progress.contract';
import { FailedNotice } from '../../../ui/page-states/failed-notice';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { AllianceList } from './alliance-list';
import { BarrierList } from './barrier-list';
import { CaseNoteList } from './case-note-list';
import { CourtReportList } from './court-report-list';
import { FamilySessionList } from './family-session-list';
import { KeptApartList } from './kept-apart-list';
import { MeetingList } from './meeting-list';
import { PhaseMoves } from './phase-moves';
import { PlannedDischarges } from './planned-discharges';
import { SkillsPractisedList } from './skills-practised-list';

/** Everything that staff write on a client's page, read at once. */
@Component({
  selector: 'app-client-entries',
  imports: [
    AllianceList,
    BarrierList,
    CaseNoteList,
    CourtReportList,
    FailedNotice,
    FamilySessionList,
    KeptApartList,
    MeetingList,
    PhaseMoves,
    PlannedDischarges,
    SkillsPractisedList,
  ],
  template: `
    @if (problem(); as problem) {
      <app-failed-notice what="What staff wrote here" [problem]="problem" (retry)="retry()" />
    }
    @if (client().line) {
      <app-phase-moves [client]="client()" />
      <app-planned-discharges [client]="client()" />
    }
    <app-barriers [clientId]="id()" [timeZone]="client().timeZone" [asOf]="client().asOf" />
    @if (client().line) {
      <app-skills-practised [client]="client()" />
      <app-meetings [client]="client()" />
      <app-family-sessions [client]="client()" />
      <app-alliance-list [client]="client()" />
    }
    <app-court-report-list [client]="client()" />
    <app-case-notes [clientId]="id()" [timeZone]="client().timeZone" [asOf]="client().asOf" />
    <app-kept-apart-list [clientId]="id()" [timeZone]="client().timeZone" [asOf]="client().asOf" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 256px), 1fr));
      gap: 20px 28px;
      margin-top: 16px;
      padding-top: 14px;
      border-top: 1px solid var(--tl-line);
    }
    app-failed-notice {
      grid-column: 1 / -1;
    }
    @media print {
      :host {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 10px 20px;
      }
    }
  `,
})
export class ClientEntriesParts {
  private readonly store = inject(Store);

  readonly client = input.required<ClientProgress>();
  /** Of the page: the client may be read again under it. */
  readonly id = input.required<string>();

  protected readonly problem = this.store.selectSignal(clientEntriesFeature.selectProblem);

  constructor() {
    effect(() => {
      const clientId = this.id();
      untracked(() => this.store.dispatch(ClientEntriesActions.shown({ clientId })));
    });
  }

  protected retry(): void {
    this.store.dispatch(ClientEntriesActions.retryClicked());
  }
}
