import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { RecordedFact, RiskFacts } from '#domain/caseload/risk-facts.contract';
import { calendarDate } from '../../ui/clinic-time/clinic-time';
import { MissFactsActions } from './state/miss-facts.actions';
import { missFactsFeature } from './state/miss-facts.feature';

interface Named {
  name: string;
  /** What the day is of. */
  day: string;
  facts: readonly RecordedFact[];
}

/** What matters for risk when somebody did not come: facts with their days and records, no score. */
@Component({
  selector: 'app-miss-facts',
  imports: [RouterLink],
  template: `
    <h4>Recorded facts behind a miss</h4>
    @if (facts()) {
      <dl>
        @for (one of named(); track one.name) {
          <dt>{{ one.name }}</dt>
          &ngsp;
          <dd>
            @for (fact of one.facts; track fact.recordId) {
              <span>
                {{ fact.words }}{{ day(fact, one.day) }}
                <a
                  class="link label"
                  [routerLink]="[]"
                  [queryParams]="{ record: fact.recordId }"
                  queryParamsHandling="merge"
                  [attr.aria-label]="'Record: ' + one.name"
                  >Record</a
                >
              </span>
            } @empty {
              <span class="unknown">not recorded</span>
            }
          </dd>
        }
      </dl>
    } @else if (status() === 'failed') {
      <p role="alert">
        The facts could not be loaded.
        <button class="link" type="button" (click)="load()">Try again.</button>
      </p>
    } @else {
      <p class="dim" aria-busy="true">Loading the record …</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 170px;
      margin-top: 6px;
      padding-top: 8px;
      border-top: 1px solid var(--tl-line);
    }
    h4 {
      margin: 0 0 4px;
      font: 600 13px/20px var(--tl-font);
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 2px 12px;
    }
    dt {
      line-height: 24px;
      color: var(--tl-ink-2);
    }
    dd span {
      display: block;
      line-height: 24px;
    }
    a {
      display: inline-block;
      min-height: 24px;
    }
  `,
})
export class MissFacts {
  readonly clientId = input.required<string>();
  readonly asOf = input<string>();

  private readonly store = inject(Store);
  protected readonly facts = this.store.selectSignal(missFactsFeature.selectFacts);
  protected readonly status = this.store.selectSignal(missFactsFeature.selectStatus);
  protected readonly named = computed(() => {
    const facts = this.facts();
    return facts ? namesOf(facts) : [];
  });

  constructor() {
    effect(() => {
      this.clientId();
      this.asOf();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    const asked = { clientId: this.clientId(), asOf: this.asOf() };
    this.store.dispatch(MissFactsActions.opened({ asked }));
  }

  protected day({ on }: RecordedFact, words: string): string {
    return on ? `, ${words} ${calendarDate(on)}` : `, ${words}: not recorded`;
  }
}

function namesOf({ substances, medications, overdose, release, naloxone }: RiskFacts): Named[] {
  const one = (fact: RecordedFact | null) => (fact ? [fact] : []);
  return [
    { name: 'Substances', day: 'recorded', facts: substances },
    { name: 'Medication', day: 'supply until', facts: medications },
    { name: 'Last overdose', day: 'on', facts: one(overdose) },
    { name: 'Last release', day: 'on', facts: one(release) },
    { name: 'Naloxone', day: 'prescribed', facts: one(naloxone) },
  ];
}
