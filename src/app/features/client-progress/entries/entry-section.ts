import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  contentChild,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  type TemplateRef,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import { accessFeature } from '../../../access/state/access.feature';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { CopyText } from '../../../ui/copy-text/copy-text';
import { ClientEntriesActions } from '../state/client-entries.actions';
import { clientEntriesFeature } from '../state/client-entries.feature';
import { entryNameOf, entryNoteOf } from './entry-note-of';
import type { PageEntry, PageKind, WrittenEntry } from '#domain/client-progress/page-entry';

/**
 * Entries of one kind: what stands, with who wrote it and when; a form for another, which keeps what was
 * typed until it has arrived; Undo, and the text for the note in the record system. The kind brings its
 * row (`#row`), its fields (`#fields`) and how they are read.
 */
@Component({
  selector: 'app-entry-section',
  imports: [CopyText, MatButton, NgTemplateOutlet],
  templateUrl: './entry-section.html',
  styleUrls: ['../../../ui/small-form.css', './entry-section.css'],
})
export class EntrySection {
  private readonly store = inject(Store);
  private readonly injector = inject(Injector);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly asOf = input.required<string>();
  readonly kind = input.required<PageKind>();
  readonly heading = input.required<string>();
  /** Said where nothing is recorded; `null`: what there is stands elsewhere. */
  readonly none = input<string | null>(null);
  /** Where nothing is written something else holds, which is no gap. */
  readonly noneIsKnown = input(false);
  /** Opens the form. */
  readonly act = input.required<string>();
  /** Sends it. */
  readonly send = input.required<string>();
  /** Said once it has arrived. */
  readonly written = input('Written down.');
  /** Said where a colleague had written the same: `by` and `when` follow. */
  readonly stoodAlready = input('It is written down already');
  /** What the form says, or which field is missing, in a sentence. */
  readonly read = input.required<(form: FormData) => WrittenEntry['says'] | string>();
  /** Of a kind that is of one stay: of which. */
  readonly episodeId = input<string | null>(null);
  /** The last one counts: who writes has to have seen it. */
  readonly lastCounts = input(false);
  /** A kind that is written beside this one, from its rows. */
  readonly beside = input<PageKind | null>(null);

  protected readonly row = contentChild<TemplateRef<{ $implicit: PageEntry }>>('row');
  protected readonly fields = contentChild.required<TemplateRef<unknown>>('fields');
  private readonly form = viewChild<ElementRef<HTMLFormElement>>('form');
  private readonly opener = viewChild<ElementRef<HTMLButtonElement>>('opener');

  private readonly standing = this.store.selectSignal(clientEntriesFeature.selectStanding);
  private readonly lastDone = this.store.selectSignal(clientEntriesFeature.selectDone);
  private readonly lastRefused = this.store.selectSignal(clientEntriesFeature.selectRefused);
  private readonly lastUndoable = this.store.selectSignal(clientEntriesFeature.selectUndoable);
  private readonly underWay = this.store.selectSignal(clientEntriesFeature.selectSending);

  protected readonly moment = clinicMoment;
  protected readonly open = signal(false);
  protected readonly missing = signal('');
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });
  protected readonly entries = computed(() =>
    (this.standing() ?? []).filter(
      (entry) =>
        entry.kind === this.kind() &&
        (this.episodeId() === null ||
          ('episodeId' in entry && entry.episodeId === this.episodeId())),
    ),
  );
  protected readonly isRead = computed(() => this.standing() !== null);
  protected readonly sending = computed(() => this.underWay().some(this.isOwn));
  protected readonly done = computed(() => {
    const done = this.lastDone();
    return done && this.isOwn(done.entry) ? done : null;
  });
  protected readonly refused = computed(() => {
    const refused = this.lastRefused();
    return refused && this.isOwn(refused.entry) ? refused : null;
  });
  protected readonly undoable = computed(() => {
    const undoable = this.lastUndoable();
    return undoable && this.isOwn(undoable) ? undoable : null;
  });
  protected readonly note = computed(() => {
    const done = this.done();
    return done?.what === 'written' ? entryNoteOf(done.entry, this.timeZone(), this.asOf()) : null;
  });
  protected readonly said = computed(() => {
    const done = this.done();
    if (done?.what === 'withdrawn') return 'Withdrawn. It stays in the history.';
    if (done?.what === 'written') return this.written();
    if (done?.what !== 'stood already') return '';
    const { by, at } = done.stood;
    return `${this.stoodAlready()}: ${by} wrote it ${clinicMoment(at, this.timeZone())}. Nothing was added.`;
  });

  /** One for what is in the form, however often it is sent. */
  private id: string = crypto.randomUUID();
  /** The one that counted when the form was opened. */
  private seen: string | null = null;
  private readonly isOwn = (entry: Pick<PageEntry, 'kind'>): boolean =>
    entry.kind === this.kind() || entry.kind === this.beside();

  constructor() {
    effect(() => {
      this.clientId();
      untracked(() => this.close());
    });
    effect(() => {
      const done = this.done();
      if (done && done.what !== 'withdrawn' && done.entry.id === this.id)
        untracked(() => this.close());
    });
  }

  protected nameOf(entry: PageEntry): string {
    return entryNameOf(entry, this.asOf());
  }

  protected show(): void {
    this.seen = this.lastOne();
    this.open.set(true);
    afterNextRender(
      () =>
        this.form()?.nativeElement.querySelector<HTMLElement>('input, select, textarea')?.focus(),
      { injector: this.injector },
    );
  }

  protected cancel(): void {
    this.close();
    afterNextRender(() => this.opener()?.nativeElement.focus(), { injector: this.injector });
  }

  protected submit(form: HTMLFormElement): void {
    if (this.sending()) return;
    const says = this.read()(new FormData(form));
    this.missing.set(typeof says === 'string' ? says : '');
    if (typeof says === 'string') return;
    // Who was told of a colleague's sends it again in the knowledge of theirs.
    if (this.refused()) this.seen = this.lastOne();
    const [episodeId, counts] = [this.episodeId(), this.lastCounts()];
    const entry = {
      ...{ id: this.id, kind: this.kind(), says },
      ...(episodeId && { episodeId }),
      ...(counts && { seen: this.seen }),
    } as WrittenEntry;
    this.store.dispatch(
      ClientEntriesActions.submitted({
        clientId: this.clientId(),
        entry,
        by: this.me()?.name ?? '',
        at: this.asOf(),
      }),
    );
  }

  protected withdraw(entry: PageEntry): void {
    this.store.dispatch(ClientEntriesActions.withdrawClicked({ clientId: this.clientId(), entry }));
  }

  private lastOne(): string | null {
    return this.entries()[0]?.id ?? null;
  }

  private close(): void {
    this.id = crypto.randomUUID();
    this.open.set(false);
    this.missing.set('');
  }
}
