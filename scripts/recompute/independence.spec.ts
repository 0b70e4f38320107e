import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const here = import.meta.dirname;
const independent = ['recount', 'source', 'front-desk', 'own-entries'];
/** Shapes and calendar arithmetic; no rule of the clinic is in them. */
const packages = ['fhir/r4', '@date-fns/tz'];

for (const folder of independent) {
  test(`${folder}/ imports no rule of domain/ and nothing of the server`, () => {
    const files = globSync('**/*.ts', { cwd: join(here, folder) });
    assert.ok(files.length > 0);
    const imported = files.flatMap((file) => importsOf(join(here, folder, file)));
    assert.deepEqual(
      imported.filter((one) => !isAllowed(one)),
      [],
    );
  });
}

/** By path from here, or by the name of a package. */
function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...specifiers].map(([, specifier = '']) =>
    specifier.startsWith('.') ? relative(here, join(dirname(file), specifier)) : specifier,
  );
}

const isAllowed = (imported: string): boolean =>
  packages.includes(imported) ||
  imported.startsWith('node:') ||
  imported === 'compared-values.ts' ||
  independent.some((folder) => imported.startsWith(`${folder}/`));
