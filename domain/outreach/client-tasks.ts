import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { absenceTasks } from './absence-tasks.ts';
import type { ClientFacts } from './client-facts.ts';
import { resultTasks } from './result-tasks.ts';
import type { RuleTask } from './rule-task.ts';

/** Everything that rules ask for about one client at an instant: of the facts alone, and so always the same. */
export const clientTasks = (
  facts: ClientFacts,
  asOf: number,
  rules: ProgramDefaults,
): RuleTask[] => [...absenceTasks(facts, asOf, rules), ...resultTasks(facts, asOf, rules)];
