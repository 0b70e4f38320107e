import { postgresForTests } from './postgres-for-tests.ts';
import { isDashboardBuilt } from './start/is-dashboard-built.ts';
import { closeWithTotal } from './steps/close-with-total.ts';
import type { StepResult } from './steps/run-step.ts';
import { describeStep, runSteps } from './steps/run-steps.ts';
import * as steps from './steps/steps.ts';

// An exit runs the clean-up that each started process has registered.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const results = await runSteps([
  steps.dashboard,
  steps.node,
  steps.lint,
  steps.typesOfDashboard,
  steps.typesOfServer,
  steps.boundaries,
]);
results.push(...(await testOnPostgres()));
results.push(...(await testEndToEnd()));

console.log(`\n${results.map(describeStep).join('\n')}\n`);
closeWithTotal(results);

async function testOnPostgres(): Promise<StepResult[]> {
  const postgres = await postgresForTests().catch((error: Error) => error);
  if (typeof postgres === 'string') {
    console.log(`unit: server, Postgres  SKIPPED: ${postgres}`);
    return [];
  }
  if (postgres instanceof Error) {
    console.error(postgres.message);
    return [{ name: 'PostgreSQL', seconds: 0, output: '', passed: 0, failed: 1, skipped: 0 }];
  }
  try {
    return await runSteps([steps.serverOnPostgres(postgres.url)]);
  } finally {
    await postgres.stop();
  }
}

async function testEndToEnd(): Promise<StepResult[]> {
  const build = isDashboardBuilt() ? [] : await runSteps([steps.build]);
  const isBuilt = build.every(({ failed }) => failed === 0);
  return isBuilt ? [...build, ...(await runSteps([steps.endToEnd]))] : build;
}
