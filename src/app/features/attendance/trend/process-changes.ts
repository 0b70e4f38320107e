import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { NewProcessChange, ProcessChange } from '#domain/measures/process-change.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { calendarDay } from '../../../ui/clinic-time/clinic-time';
import { ProcessChangesActions } from '../state/process-changes.actions';
import { processChangesFeature } from '../state/process-changes.feature';
import { ProcessChangeForm } from './process-change-form';

/** Since when things are done in another way: what was marked, by whom, and the act of marking. */
@Component({
  selector: 'app-process-changes',
  imports: [ProcessChangeForm],
  templateUrl: './process-changes.html',
  styleUrl: './process-changes.css',
})
export class ProcessChanges {
  private readonly store = inject(Store);
  private readonly injector = inject(Injector);

  readonly changes = input.required<readonly ProcessChange[]>();
  readonly today = input.required<string>();
  readonly siteId = input.required<string | undefined>();

  protected readonly formOpen = this.store.selectSignal(processChangesFeature.selectFormOpen);
  protected readonly saving = this.store.selectSignal(processChangesFeature.selectSaving);
  protected readonly done = this.store.selectSignal(processChangesFeature.selectDone);
  protected readonly problem = this.store.selectSignal(processChangesFeature.selectProblem);

  protected readonly mayMark = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'process-change:write');
  });
  protected readonly site = computed(
    () => this.me()?.sites.find(({ id }) => id === this.siteId()) ?? null,
  );
  protected readonly notMarked = computed(() => {
    const problem = this.problem();
    return problem?.act === 'mark' ? problem.problem : null;
  });
  protected readonly notWithdrawn = computed(() => {
    const problem = this.problem();
    return problem?.act === 'withdraw' ? problem.problem : null;
  });

  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  private readonly button = viewChild<ElementRef<HTMLButtonElement>>('begin');

  constructor() {
    let wasOpen = this.formOpen();
    effect(() => {
      const isOpen = this.formOpen();
      // The form goes: the focus stays where it was opened.
      if (wasOpen && !isOpen) untracked(() => this.focusButton());
      wasOpen = isOpen;
    });
  }

  protected open(): void {
    this.store.dispatch(ProcessChangesActions.formOpened());
  }

  protected close(): void {
    this.store.dispatch(ProcessChangesActions.formClosed());
  }

  protected mark(change: NewProcessChange): void {
    this.store.dispatch(ProcessChangesActions.markClicked({ change }));
  }

  protected withdraw(change: ProcessChange): void {
    this.store.dispatch(ProcessChangesActions.withdrawClicked({ change }));
    this.focusButton();
  }

  /** Of a mark, takes it away; of a withdrawal, marks the same again. */
  protected undo(): void {
    const done = this.done();
    if (done?.act === 'marked') this.withdraw(done.change);
    if (done?.act === 'withdrawn') {
      const { day, words, siteId } = done.change;
      this.mark({ day, words, siteId });
      this.focusButton();
    }
  }

  protected said({ day, words }: ProcessChange): string {
    const year = day.slice(0, 4);
    const other = year === this.today().slice(0, 4) ? '' : ` ${year}`;
    return `${calendarDay(day)}${other}: ${words}`;
  }

  protected where({ siteId }: ProcessChange): string {
    if (siteId === null) return 'all sites';
    return this.me()?.sites.find(({ id }) => id === siteId)?.name ?? 'one site';
  }

  private focusButton(): void {
    const focus = () => this.button()?.nativeElement.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
