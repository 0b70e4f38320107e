import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { auditTime, catchError, filter, map, of, Subject, switchMap, timer } from 'rxjs';
import { mayDo } from '#domain/access/permission';
import type { NewContactRules } from '#domain/outreach/contact-rules.contract';
import type { ClientOutreach, Contact, NewContact } from '#domain/outreach/contact.contract';
import { contactNote } from '#domain/outreach/contact-note';
import type { Problem } from '#domain/problem.contract';
import { accessFeature } from '../../access/state/access.feature';
import type { Cause } from '../../http/cause';
import { ServerEventsActions } from '../../http/server-events.actions';
import { toProblem } from '../../http/to-problem';
import { calendarDay, clinicMoment } from '../../ui/clinic-time/clinic-time';
import { ClientName } from '../../ui/client-name/client-name';
import { CopyText } from '../../ui/copy-text/copy-text';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { NotInScope } from '../../ui/page-states/not-in-scope';
import { SidePanel } from '../../ui/side-panel/side-panel';
import { ContactApi } from './contact-api';
import {
  type ContactDraft,
  ContactDrafts,
  type Correction,
  correctionOf,
  emptyDraft,
} from './contact-drafts';
import { ContactForm } from './contact-form';
import { ContactLog } from './contact-log';
import { ContactRulesList } from './contact-rules-list';

interface Logged {
  contact: NewContact;
  /** The entry as it was, of a correction. */
  before: Contact | null;
  note: string;
  undo: boolean;
}

const BURST = 150;
const UNDO_MS = 10_000;

/** Log contact: what was tried, what came of it and what is next; with all that was tried before. */
@Component({
  selector: 'app-contact-panel',
  imports: [
    ClientName,
    ContactForm,
    ContactLog,
    ContactRulesList,
    CopyText,
    FailedNotice,
    LoadingLines,
    NotInScope,
    SidePanel,
  ],
  templateUrl: './contact-panel.html',
  styleUrl: './contact-panel.css',
})
export class ContactPanel {
  private readonly api = inject(ContactApi);
  private readonly drafts = inject(ContactDrafts);
  private readonly destroyed = inject(DestroyRef);
  private readonly me = inject(Store).selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  /** The clinic's now. */
  readonly now = input.required<number>();
  readonly closed = output();

  protected readonly found = signal<ClientOutreach | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly draft = signal<ContactDraft>(emptyDraft());
  protected readonly saving = signal(false);
  protected readonly refused = signal<Problem | null>(null);
  /** What was just logged: to copy, and for a moment to take back. */
  protected readonly logged = signal<Logged | null>(null);
  protected readonly correction = signal<Correction | null>(null);
  protected readonly savingRules = signal(false);
  protected readonly rulesRefused = signal<Problem | null>(null);
  /** How often they were written down here: a form that is open closes. */
  protected readonly rulesChanged = signal(0);
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });
  protected readonly said = signal('');
  protected readonly moment = clinicMoment;

  /** The list as it is and, while an entry is under way, with it: the truth follows. */
  protected readonly shown = computed((): ClientOutreach | null => {
    const found = this.found();
    const contact = this.underWay();
    if (!found || !contact || found.contacts.some(({ id }) => id === contact.id)) return found;
    const { corrects, ...written } = contact;
    const was = found.contacts.find((entry) => entry.id === corrects);
    const before = was ? [was, ...was.before] : [];
    const own = { ...written, madeBy: this.me()?.name ?? '', madeAt: found.asOf, before };
    return { ...found, contacts: [own, ...found.contacts.filter((entry) => entry !== was)] };
  });

  private readonly underWay = signal<NewContact | null>(null);
  private readonly asked = new Subject<Cause>();

  constructor() {
    inject(Actions)
      .pipe(
        ofType(ServerEventsActions.changed, ServerEventsActions.reconnected),
        filter(
          (action) =>
            !('change' in action) ||
            (action.change.topic === 'caseload' && action.change.ids.includes(this.clientId())),
        ),
        auditTime(BURST),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.asked.next('event'));
    this.asked
      .pipe(
        switchMap((cause) =>
          this.api.find(this.clientId(), cause).pipe(
            map((found) => ({ found, problem: null })),
            catchError((error: unknown) => of({ found: null, problem: toProblem(error) })),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ found, problem }) => {
        if (found) this.found.set(found);
        this.problem.set(problem);
      });
    effect(() => {
      const clientId = this.clientId();
      untracked(() => {
        this.found.set(null);
        this.refused.set(null);
        this.draft.set(this.drafts.of(clientId));
        this.correction.set(this.drafts.correction(clientId));
        this.asked.next('person');
      });
    });
  }

  protected write(draft: ContactDraft): void {
    const correction = this.correction();
    if (correction) {
      this.keepCorrection({ ...correction, draft });
      return;
    }
    this.draft.set(draft);
    this.drafts.keep(this.clientId(), draft);
  }

  protected correct(entry: Contact, timeZone: string): void {
    this.refused.set(null);
    this.logged.set(null);
    this.keepCorrection(correctionOf(entry, timeZone));
  }

  protected leaveCorrection(): void {
    this.refused.set(null);
    this.keepCorrection(null);
  }

  private keepCorrection(correction: Correction | null): void {
    this.correction.set(correction);
    this.drafts.keepCorrection(this.clientId(), correction);
  }

  protected retry(): void {
    this.asked.next('person');
  }

  protected log(contact: NewContact): void {
    this.saving.set(true);
    this.refused.set(null);
    this.underWay.set(contact);
    this.api
      .log(contact)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: () => this.onLogged(contact),
        error: (error: unknown) => {
          this.underWay.set(null);
          this.refused.set(toProblem(error));
        },
      })
      .add(() => this.saving.set(false));
  }

  protected setRules(rules: NewContactRules): void {
    this.savingRules.set(true);
    this.rulesRefused.set(null);
    this.api
      .setRules(rules)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: () => this.rulesChanged.update((times) => times + 1),
        error: (error: unknown) => this.rulesRefused.set(toProblem(error)),
      })
      // Refused or not, what stands is shown.
      .add(() => {
        this.savingRules.set(false);
        this.asked.next('event');
      });
  }

  /** An entry is withdrawn; of a correction what stood before is written down again. */
  protected undo({ contact, before }: Logged): void {
    this.logged.set(null);
    const id = crypto.randomUUID();
    const { at, mode, result, barrier, nextStep, nextStepOn, withSupport, askedFirst, followUp } =
      before ?? contact;
    const stood = { at, mode, result, barrier, nextStep, nextStepOn };
    const whom = {
      ...(withSupport && { withSupport, askedFirst: askedFirst ?? false }),
      ...(followUp && { followUp }),
    };
    const undone = before
      ? this.api.log({ id, clientId: contact.clientId, ...stood, ...whom, corrects: contact.id })
      : this.api.withdraw({ id, corrects: contact.id });
    undone.pipe(takeUntilDestroyed(this.destroyed)).subscribe({
      next: () => {
        this.underWay.set(null);
        this.said.set('Taken back. What was written stays in the log’s history.');
        this.asked.next('event');
      },
      error: (error: unknown) =>
        this.said.set(`It could not be taken back. ${toProblem(error).message}`),
    });
  }

  private onLogged(contact: NewContact): void {
    const before = contact.corrects === null ? null : (this.correction()?.of ?? null);
    if (contact.corrects === null) {
      this.drafts.discard(contact.clientId);
      this.draft.set(this.drafts.of(contact.clientId));
    }
    this.leaveCorrection();
    this.said.set('');
    const shown = { contact, before, note: this.noteOf(contact), undo: true };
    this.logged.set(shown);
    this.asked.next('event');
    timer(UNDO_MS)
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe(() =>
        this.logged.update((now) => (now === shown ? { ...shown, undo: false } : now)),
      );
  }

  private noteOf(contact: NewContact): string {
    return contactNote(contact, {
      moment: clinicMoment(contact.at, this.found()?.timeZone ?? 'UTC'),
      nextStepDay: contact.nextStepOn ? calendarDay(contact.nextStepOn) : null,
      by: this.me()?.name ?? '',
    });
  }
}
