import type { Step } from './run-step.ts';
import { countKarmaTests, countNodeTests, countPlaywrightTests } from './test-counts.ts';

const runSpecs = (pattern: string): Step['command'] => [
  'node',
  '--test',
  '--test-reporter=spec',
  '--test-concurrency=2',
  pattern,
];

export const format: Step = {
  name: 'format',
  command: [
    'prettier',
    '--check',
    '.',
    '--cache',
    '--cache-location',
    'node_modules/.cache/prettier-check',
  ],
};
export const lint: Step = { name: 'lint', command: ['eslint', '.'] };
/** Only files that changed: a type changed elsewhere may spoil them, which the whole lint finds. */
export const lintOfChanged: Step = {
  name: 'lint, changed files',
  command: ['eslint', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
};
export const boundaries: Step = {
  name: 'boundaries',
  command: ['node', 'scripts/check-boundaries.ts'],
};
export const typesOfDashboard: Step = {
  name: 'types: dashboard',
  command: ['ngc', '-p', 'tsconfig.spec.json', '--noEmit'],
};
export const typesOfServer: Step = {
  name: 'types: server',
  command: ['tsc', '-p', 'tsconfig.server.json'],
};
export const dashboard: Step = {
  name: 'unit: dashboard',
  command: ['ng', 'test', '--watch=false', '--no-progress'],
  count: countKarmaTests,
};
/** What needs neither a database nor a clinic: seconds, for the check before each commit. */
export const rules: Step = {
  name: 'unit: rules',
  command: runSpecs('{domain/**,scripts/**,server/fhir/**,server/clock,server}/*.spec.ts'),
  count: countNodeTests,
};
/** Domain, server on the embedded database, simulator and scripts. */
export const node: Step = {
  name: 'unit: server, PGlite',
  command: runSpecs('{domain,server,simulator,scripts}/**/*.spec.ts'),
  env: { TEST_DATABASE_URL: '' },
  count: countNodeTests,
};
export const serverOnPostgres = (url: string): Step => ({
  name: 'unit: server, Postgres',
  command: runSpecs('server/**/*.spec.ts'),
  env: { TEST_DATABASE_URL: url },
  count: countNodeTests,
});
export const build: Step = { name: 'build', command: ['node', 'scripts/build.ts'] };
export const endToEnd: Step = {
  name: 'e2e',
  command: ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list'],
  count: countPlaywrightTests,
};
