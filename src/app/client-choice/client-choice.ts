import { Component, computed, inject, input, model } from '@angular/core';
import { Store } from '@ngrx/store';
import type { FoundClient } from '#domain/client-search/client-search.contract';
import { ClientName } from '../ui/client-name/client-name';
import { ClientChoiceActions } from './client-choice.actions';
import { clientChoiceFeature } from './client-choice.feature';

/** Whom something is about: nobody, or a client in reach, found by name, initials or record number. */
@Component({
  selector: 'app-client-choice',
  imports: [ClientName],
  template: `
    <label for="own-client"
      >{{ label() }} <span class="sub">{{ hint() }}</span></label
    >
    @if (client(); as chosen) {
      <p class="chosen">
        <app-client-name [client]="chosen" />
        <button class="chip" type="button" (click)="choose(null)">Choose another</button>
      </p>
    } @else {
      <input
        #text
        id="own-client"
        type="text"
        autocomplete="off"
        maxlength="80"
        placeholder="Name, initials or record number"
        aria-describedby="own-client-said"
        (input)="type(text.value)"
        (keydown.enter)="$event.preventDefault()"
      />
      <ul>
        @for (one of clients(); track one.clientId) {
          <li>
            <button class="chip" type="button" (click)="choose(one)">
              <app-client-name [client]="one" />
            </button>
            <span class="sub">{{ whereOf(one) }}</span>
          </li>
        }
      </ul>
    }
    <p id="own-client-said" class="sub" role="status">{{ said() }}</p>
  `,
  styleUrl: '../ui/small-form.css',
  styles: `
    .chosen {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: var(--tl-control);
    }
    label {
      padding-bottom: 4px;
    }
    ul {
      margin-top: 4px;
      max-height: 160px;
      overflow-y: auto;
    }
    .sub {
      font: var(--tl-label);
    }
  `,
})
export class ClientChoice {
  private readonly store = inject(Store);

  readonly label = input.required<string>();
  /** Said beside the label. */
  readonly hint = input('');
  readonly client = model<FoundClient | null>(null);

  protected readonly clients = computed(() => this.found()?.clients ?? []);
  protected readonly said = computed(() => {
    if (this.client()) return '';
    const problem = this.problem();
    if (problem) return `Nobody could be looked for. ${problem.message} Write on to try again.`;
    const found = this.found();
    if (!found) return '';
    if (found.clients.length === 0) return 'No client of yours matches.';
    return found.more ? 'There are more: write more letters.' : '';
  });

  private readonly found = this.store.selectSignal(clientChoiceFeature.selectFound);
  private readonly problem = this.store.selectSignal(clientChoiceFeature.selectProblem);

  constructor() {
    this.store.dispatch(ClientChoiceActions.opened());
  }

  protected type(text: string): void {
    this.store.dispatch(ClientChoiceActions.typed({ text }));
  }

  protected choose(client: FoundClient | null): void {
    this.client.set(client);
    this.store.dispatch(ClientChoiceActions.opened());
  }

  protected whereOf({ program, counselor, inCare }: FoundClient): string {
    return [inCare ? '' : 'not in care', program, counselor].filter(Boolean).join(' · ');
  }
}
