import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { KeptApart, NewKeptApart } from '#domain/attendance/kept-apart.contract';
import { accessFeature } from '../../access/state/access.feature';
import { ClientName } from '../../ui/client-name/client-name';
import { clinicMoment } from '../../ui/clinic-time/clinic-time';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { KeptApartForm } from './kept-apart-form';
import { type Done, KeptApartActions } from './state/kept-apart.actions';
import { keptApartFeature } from './state/kept-apart.feature';

/** Whom a client is not to meet in a session, as staff wrote it down. */
@Component({
  selector: 'app-kept-apart-list',
  imports: [ClientName, FailedNotice, KeptApartForm, RouterLink],
  template: `
    <h2>Kept apart from</h2>
    @if (found(); as found) {
      <ul>
        @for (pair of found.from; track pair.id) {
          <li>
            <span>
              @if (pair.other; as other) {
                <a class="link" [routerLink]="['/clients', other.clientId]"
                  ><app-client-name [client]="other" /></a
                >,
              } @else {
                A client outside your scope,
              }
              {{ pair.reason }}
              <span class="label sub">{{ pair.by }}, {{ moment(pair.at, timeZone()) }}</span>
            </span>
            @if (mayWrite()) {
              <button
                class="chip"
                type="button"
                [attr.aria-label]="'Withdraw: ' + pair.reason"
                [attr.aria-disabled]="sending()"
                (click)="withdraw(pair)"
              >
                Withdraw
              </button>
            }
          </li>
        } @empty {
          <li class="unknown">Nobody is recorded.</li>
        }
      </ul>
    } @else if (problem()) {
      <app-failed-notice
        what="Whom the client is kept apart from"
        [problem]="problem()"
        (retry)="retry()"
      />
    }
    <p class="label" role="status">{{ said() }}</p>
    @if (refused() && !open()) {
      <p class="refused" role="alert">It was not withdrawn. {{ refused()?.message }} Try again.</p>
    }
    @if (mayWrite()) {
      @if (open()) {
        <app-kept-apart-form
          [clientId]="clientId()"
          [sending]="sending()"
          [refused]="refused()"
          (submitted)="keep($event)"
          (cancelled)="open.set(false)"
        />
      } @else {
        <button class="chip" type="button" (click)="open.set(true)">
          Keep apart from somebody
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: start;
      justify-content: space-between;
      padding: 4px 0;
    }
    .label {
      display: block;
    }
    .refused {
      color: var(--tl-warn);
    }
  `,
})
export class KeptApartList {
  private readonly store = inject(Store);
  private readonly me = this.store.selectSignal(accessFeature.selectMe);

  readonly clientId = input.required<string>();
  readonly timeZone = input.required<string>();

  protected readonly found = this.store.selectSignal(keptApartFeature.selectFound);
  protected readonly problem = this.store.selectSignal(keptApartFeature.selectProblem);
  protected readonly sending = this.store.selectSignal(keptApartFeature.selectSending);
  protected readonly refused = this.store.selectSignal(keptApartFeature.selectRefused);
  protected readonly done = this.store.selectSignal(keptApartFeature.selectDone);
  protected readonly open = signal(false);
  protected readonly moment = clinicMoment;
  protected readonly said = computed(() => saidOf(this.done(), this.timeZone()));
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'outreach:write');
  });

  constructor() {
    effect(() => {
      const clientId = this.clientId();
      untracked(() => {
        this.open.set(false);
        this.store.dispatch(KeptApartActions.shown({ clientId }));
      });
    });
    effect(() => {
      if (this.done()) this.open.set(false);
    });
  }

  protected keep(pair: NewKeptApart): void {
    this.store.dispatch(KeptApartActions.submitted({ pair }));
  }

  protected withdraw({ id }: KeptApart): void {
    if (!this.sending()) this.store.dispatch(KeptApartActions.withdrawClicked({ id }));
  }

  protected retry(): void {
    this.store.dispatch(KeptApartActions.retryClicked());
  }
}

function saidOf(done: Done | null, timeZone: string): string {
  switch (done?.what) {
    case 'kept':
      return 'Kept apart: neither is offered a session where the other is booked.';
    case 'stood already':
      return `They are kept apart already: ${done.by} wrote it ${clinicMoment(done.at, timeZone)}. Nothing was added.`;
    case 'withdrawn':
      return 'Withdrawn. It stays in the history.';
    default:
      return '';
  }
}
