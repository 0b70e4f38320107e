import type { StepResult } from './run-step.ts';

/** The last line of a run, and its exit code. */
export function closeWithTotal(results: readonly StepResult[]): void {
  const sum = (what: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((total, result) => total + result[what], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
