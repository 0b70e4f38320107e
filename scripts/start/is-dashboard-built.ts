import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = [
  'src/**/*',
  'domain/**/*.ts',
  'angular.json',
  'tsconfig*.json',
  'package-lock.json',
];

/** Whether dist/app is there, and newer than everything it is made of. */
export function isDashboardBuilt(): boolean {
  const index = join(root, 'dist/app/index.html');
  const builtAt = statSync(index, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return globSync(sources, { cwd: root, exclude: ['**/*.spec.ts'] }).every(
    (source) => statSync(join(root, source)).mtimeMs <= builtAt,
  );
}
