import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '../..');
const rules = ['no-restricted-syntax', '@typescript-eslint/no-restricted-imports'];
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { project: false } } },
});

const errorsIn = (code: string, file = 'features/caseload/planted.ts'): Promise<number> =>
  errorsOf(code, `src/app/${file}`);

async function errorsOf(code: string, path: string): Promise<number> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  assert.equal(result?.fatalErrorCount, 0, result?.messages[0]?.message);
  return result.errorCount;
}

// The processor of inline templates looks for Angular's import first.
const component = (template: string): string =>
  `import { Component } from '@angular/core';\n@Component({ template: \`${template}\` })\nclass A {}`;

const formatted = [
  'export const text = `${share} %`;',
  "export const text = share.toFixed(1) + '%';",
  'export const percent = share * 100;',
  "export const format = new Intl.NumberFormat('en-US', { style: 'percent' });",
  "import { PercentPipe } from '@angular/common';",
  "import { formatPercent } from '@angular/common';",
  component('<p>{{ share }} %</p>'),
  component('<p>{{ kept }} of {{ due }}, {{ share }}%</p>'),
  component('<p>{{ share * 100 }}</p>'),
  component('<p [title]="share + \' %\'"></p>'),
];

for (const code of formatted) {
  it(`refuses a rate formatted by a feature: ${code.split('\n').at(-2) ?? code}`, async () => {
    assert.notEqual(await errorsIn(code), 0);
  });
}

it('leaves formatting to the figure', async () => {
  for (const code of formatted) assert.equal(await errorsIn(code, 'ui/figure/planted.ts'), 0);
});

it('lets a bar be as wide as a share of its place', async () => {
  assert.equal(await errorsIn(component('<i [style.inline-size.%]="width"></i>')), 0);
});

it('takes only the types of a contract, in the figure too', async () => {
  const asValue = "import { Problem } from '#domain/problem.contract';";
  const asType = "import type { Problem } from '#domain/problem.contract';";
  for (const file of ['features/caseload/planted.ts', 'ui/figure/planted.ts']) {
    assert.equal(await errorsIn(asValue, file), 1);
    assert.equal(await errorsIn(asType, file), 0);
  }
});

it('goes by the rules of the day, not by the defaults, on the server too', async () => {
  const asValue = "import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';";
  const asType = "import type { ProgramDefaults } from '#domain/settings/program-defaults';";
  for (const path of ['src/app/features/caseload/planted.ts', 'server/caseload/planted.ts']) {
    assert.equal(await errorsOf(asValue, path), 1, path);
    assert.equal(await errorsOf(asType, path), 0, path);
  }
  assert.equal(await errorsOf(asValue, 'src/app/features/settings/planted.ts'), 0);
  assert.equal(await errorsOf(asValue, 'server/caseload/planted.spec.ts'), 0);
});
