import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  effect,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import type { AnyJournal } from './state/journal';

/** An entry as its line says it: what, in bold, and the rest. */
export interface JournalLine {
  id: string;
  what: string;
  rest: string;
  by: string;
  at: string;
  withdrawn: { by: string; at: string } | null;
}

/** Entries that were set one by one, by whom and when; what is projected is the form for a new one. */
@Component({
  selector: 'app-journal-list',
  imports: [FailedNotice],
  template: `
    <h2>{{ heading() }}</h2>
    <p class="help">{{ help() }}</p>
    @if (lines(); as lines) {
      @if (lines.length > 0) {
        <ol>
          @for (line of lines; track line.id) {
            <li [class.withdrawn]="line.withdrawn">
              <span>
                <b>{{ line.what }}</b> {{ line.rest }}
                <span class="by">
                  Set by {{ line.by }}, {{ moment(line.at) }}.
                  @if (line.withdrawn; as withdrawn) {
                    Withdrawn by {{ withdrawn.by }}, {{ moment(withdrawn.at) }}.
                  }
                </span>
              </span>
              @if (mayWrite() && !line.withdrawn) {
                <button
                  class="chip"
                  type="button"
                  [disabled]="journal().saving()"
                  [attr.aria-label]="'Withdraw ' + noun() + ' ' + line.what"
                  (click)="withdraw(line.id)"
                >
                  Withdraw
                </button>
              }
            </li>
          }
        </ol>
      } @else {
        <p class="dim">{{ none() }}</p>
      }
      <p class="warn" role="alert">
        @if (journal().refused(); as refused) {
          @if (refused.act === 'withdraw') {
            The {{ noun() }} was not withdrawn; it still stands. {{ refused.problem.message }}
          }
        }
      </p>
      @if (mayWrite()) {
        <ng-content />
        @if (!journal().formOpen()) {
          <button #begin class="chip" type="button" (click)="journal().openForm()">
            {{ add() }}
          </button>
        }
      }
    } @else if (journal().problem()) {
      <app-failed-notice
        [what]="heading()"
        [problem]="journal().problem()"
        (retry)="journal().load()"
      />
    }
  `,
  styleUrl: './setting-history.css',
})
export class JournalList {
  private readonly injector = inject(Injector);

  readonly heading = input.required<string>();
  readonly help = input.required<string>();
  readonly noun = input.required<string>();
  readonly none = input.required<string>();
  readonly add = input.required<string>();
  readonly journal = input.required<AnyJournal>();
  /** `null` until they have been read. */
  readonly lines = input.required<readonly JournalLine[] | null>();
  readonly mayWrite = input.required<boolean>();
  readonly timeZone = input.required<string>();

  private readonly button = viewChild<ElementRef<HTMLButtonElement>>('begin');

  constructor() {
    let wasOpen = false;
    effect(() => {
      const isOpen = this.journal().formOpen();
      // The form goes: the focus stays where it was opened.
      if (wasOpen && !isOpen) untracked(() => this.focusButton());
      wasOpen = isOpen;
    });
  }

  protected withdraw(id: string): void {
    this.journal().withdraw(id);
    this.focusButton();
  }

  protected moment(instant: string): string {
    return clinicMoment(instant, this.timeZone());
  }

  private focusButton(): void {
    const focus = () => this.button()?.nativeElement.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
