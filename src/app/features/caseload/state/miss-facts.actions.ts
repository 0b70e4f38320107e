import { createActionGroup, props } from '@ngrx/store';
import type { RiskFacts } from '#domain/caseload/risk-facts.contract';
import type { Problem } from '#domain/problem.contract';

/** Whose facts, and as of which moment; none for now. */
export interface FactsAsked {
  clientId: string;
  asOf: string | undefined;
}

export const MissFactsActions = createActionGroup({
  source: 'Miss Facts',
  events: { Opened: props<{ asked: FactsAsked }>() },
});

export const MissFactsApiActions = createActionGroup({
  source: 'Miss Facts API',
  events: {
    'Load Succeeded': props<{ facts: RiskFacts }>(),
    'Load Failed': props<{ problem: Problem }>(),
  },
});
