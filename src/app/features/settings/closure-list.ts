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
import type { NewSiteClosure, SiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { ClosureForm } from './closure-form';
import { dayWords } from './day-words';
import { ClosuresActions } from './state/closures.actions';
import { closuresFeature } from './state/closures.feature';

/** Days on which sites are closed, as it was set here: what is missing from a trend is explained by them. */
@Component({
  selector: 'app-closure-list',
  imports: [ClosureForm, FailedNotice],
  template: `
    <h2>Closures</h2>
    <p class="help">
      Said beside the points of a trend. Days on which the schedule itself shows a site closed are
      found without being set, and said apart.
    </p>
    @if (closures(); as closures) {
      @if (closures.closures.length > 0) {
        <ol>
          @for (closure of closures.closures; track closure.id) {
            <li [class.withdrawn]="closure.withdrawn">
              <span>
                <b>{{ days(closure, closures) }}</b> {{ where(closure, closures) }}:
                {{ closure.words }}
                <span class="by">
                  Set by {{ closure.by }}, {{ moment(closure.at) }}.
                  @if (closure.withdrawn; as withdrawn) {
                    Withdrawn by {{ withdrawn.by }}, {{ moment(withdrawn.at) }}.
                  }
                </span>
              </span>
              @if (mayWrite() && !closure.withdrawn) {
                <button
                  class="chip"
                  type="button"
                  [disabled]="saving()"
                  [attr.aria-label]="'Withdraw closure ' + days(closure, closures)"
                  (click)="withdraw(closure)"
                >
                  Withdraw
                </button>
              }
            </li>
          }
        </ol>
      } @else {
        <p class="dim">None set.</p>
      }
      <p class="warn" role="alert">
        @if (notWithdrawn(); as problem) {
          The closure was not withdrawn; it still stands. {{ problem.message }}
        }
      </p>
      @if (mayWrite()) {
        @if (formOpen()) {
          <app-closure-form
            [closures]="closures"
            [saving]="saving()"
            [refused]="notSet()"
            (submitted)="set($event)"
            (cancelled)="close()"
          />
        } @else {
          <button #begin class="chip" type="button" (click)="open()">Add a closure</button>
        }
      }
    } @else if (problem()) {
      <app-failed-notice what="Closures" [problem]="problem()" (retry)="retry()" />
    }
  `,
  styleUrl: './setting-history.css',
})
export class ClosureList {
  private readonly store = inject(Store);
  private readonly injector = inject(Injector);

  readonly mayWrite = input.required<boolean>();
  readonly timeZone = input.required<string>();

  protected readonly closures = this.store.selectSignal(closuresFeature.selectClosures);
  protected readonly problem = this.store.selectSignal(closuresFeature.selectProblem);
  protected readonly formOpen = this.store.selectSignal(closuresFeature.selectFormOpen);
  protected readonly saving = this.store.selectSignal(closuresFeature.selectSaving);
  protected readonly notSet = computed(() => this.refusedOf('set'));
  protected readonly notWithdrawn = computed(() => this.refusedOf('withdraw'));

  private readonly refused = this.store.selectSignal(closuresFeature.selectRefused);
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
    this.store.dispatch(ClosuresActions.formOpened());
  }

  protected close(): void {
    this.store.dispatch(ClosuresActions.formClosed());
  }

  protected retry(): void {
    this.store.dispatch(ClosuresActions.retryClicked());
  }

  protected set(closure: NewSiteClosure): void {
    this.store.dispatch(ClosuresActions.setClicked({ closure }));
  }

  protected withdraw(closure: SiteClosure): void {
    this.store.dispatch(ClosuresActions.withdrawClicked({ closure }));
    this.focusButton();
  }

  protected days({ firstDay, lastDay }: SiteClosure, { today }: SiteClosures): string {
    const first = dayWords(firstDay, today);
    return firstDay === lastDay ? first : `${first} – ${dayWords(lastDay, today)}`;
  }

  protected where({ siteId }: SiteClosure, { sites }: SiteClosures): string {
    if (siteId === null) return 'every site';
    return sites.find(({ id }) => id === siteId)?.name ?? 'a site that is gone';
  }

  protected moment(instant: string): string {
    return clinicMoment(instant, this.timeZone());
  }

  private refusedOf(act: 'set' | 'withdraw') {
    const refused = this.refused();
    return refused?.act === act ? refused.problem : null;
  }

  private focusButton(): void {
    const focus = () => this.button()?.nativeElement.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
