import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { accessFeature } from '../../access/state/access.feature';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { CaseNotesActions } from './state/case-notes.actions';
import { caseNotesFeature } from './state/case-notes.feature';

/** What is to be talked about at the case review, with who noted it and when. */
@Component({
  selector: 'app-case-notes',
  imports: [FailedNotice, MatButton],
  templateUrl: './case-notes.html',
  styleUrl: '../../ui/small-form.css',
  styles: `
    :host {
      width: auto;
    }
    .label {
      display: block;
    }
    li {
      align-items: start;
      border-bottom: 0;
    }
    textarea {
      width: 100%;
      font: inherit;
      color: inherit;
      padding: 6px 8px;
      border: 1px solid var(--tl-outline);
      border-radius: var(--tl-radius);
      background: var(--tl-surface);
    }
    .acts {
      display: flex;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class CaseNotesList {
  private readonly store = inject(Store);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly found = this.store.selectSignal(caseNotesFeature.selectFound);
  protected readonly problem = this.store.selectSignal(caseNotesFeature.selectProblem);
  protected readonly sending = this.store.selectSignal(caseNotesFeature.selectSending);
  protected readonly refused = this.store.selectSignal(caseNotesFeature.selectRefused);
  protected readonly said = this.store.selectSignal(caseNotesFeature.selectSaid);
  protected readonly open = signal(false);
  protected readonly missing = signal('');
  protected readonly moment = clinicMoment;
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });
  /** One for what is in the form, however often it is sent. */
  private noteId: string = crypto.randomUUID();

  constructor() {
    effect(() => {
      const clientId = this.clientId();
      untracked(() => {
        this.open.set(false);
        this.store.dispatch(CaseNotesActions.shown({ clientId }));
      });
    });
    effect(() => {
      if (!this.said()) return;
      this.noteId = crypto.randomUUID();
      this.open.set(false);
    });
  }

  protected add(written: string): void {
    const words = written.trim();
    this.missing.set(words ? '' : 'Write what is to be talked about.');
    if (!words || this.sending()) return;
    const note = { id: this.noteId, words };
    this.store.dispatch(CaseNotesActions.submitted({ clientId: this.clientId(), note }));
  }

  protected withdraw(id: string): void {
    if (this.sending()) return;
    this.store.dispatch(CaseNotesActions.withdrawClicked({ clientId: this.clientId(), id }));
  }

  protected retry(): void {
    this.store.dispatch(CaseNotesActions.retryClicked());
  }
}
