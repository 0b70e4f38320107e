import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compressDashboard } from './compress-dashboard.ts';
import { isDashboardBuilt } from './is-dashboard-built.ts';

const root = join(import.meta.dirname, '../..');

/** Builds dist/app where it is missing or older than its sources. */
export function buildDashboard(): void {
  if (isDashboardBuilt()) return;
  console.log('Building the dashboard, which takes about ten seconds …');
  const ng = join(root, 'node_modules/@angular/cli/bin/ng.js');
  execFileSync(process.execPath, [ng, 'build', '--progress=false'], {
    cwd: root,
    env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  compressDashboard(join(root, 'dist/app'));
}
