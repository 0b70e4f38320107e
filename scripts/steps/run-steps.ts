import { runStep, type Step, type StepResult } from './run-step.ts';

/** Runs the steps, a few at a time, and says of each how it ended as soon as it has. */
export async function runSteps(steps: readonly Step[], atATime = 2): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      if (result.failed > 0) console.log(`\n── ${result.name} ──\n${result.output.trimEnd()}\n`);
      console.log(describeStep(result));
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return results;
}

export function describeStep({ name, seconds, passed, failed, skipped }: StepResult): string {
  const counts = [
    passed > 0 && `${passed} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ];
  const verdict = counts.filter(Boolean).join(', ') || 'passed';
  return `${name.padEnd(22)}${verdict.padEnd(32)}${seconds.toFixed(1).padStart(6)} s`;
}
