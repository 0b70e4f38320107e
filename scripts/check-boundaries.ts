import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { mustFail, mustPass } from './lint/planted-imports.ts';

const root = join(import.meta.dirname, '..');

/** A house with every room and nothing in it, so that each planted import has something to reach. */
async function buildEmptyHouse(): Promise<string> {
  const house = await mkdtemp(join(tmpdir(), 'boundaries-'));
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.app.json', 'tsconfig.spec.json']) {
    await cp(join(root, file), join(house, file));
  }
  await cp(join(root, 'tsconfig.server.json'), join(house, 'tsconfig.server.json'));
  for (const file of new Set([...mustFail, ...mustPass].flat())) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), 'export const thing = 1;\n');
  }
  return house;
}

/** Both ways of writing the import: a rule that sees one and not the other guards nothing. */
function importsOf(from: string, to: string): string[] {
  const path = relative(dirname(from), to);
  const relativePath = path.startsWith('.') ? path : `./${path}`;
  const specifier = from.startsWith('src/') ? relativePath.replace(/\.ts$/, '') : relativePath;
  const alias = to.startsWith('domain/') ? [`#${to.replace(/\.ts$/, '')}`] : [];
  return [specifier, ...alias].flatMap((source) => [
    `import { thing } from '${source}';\nconsole.log(thing);\n`,
    `import type { thing } from '${source}';\nexport type Thing = typeof thing;\n`,
    `export { thing } from '${source}';\n`,
    `void import('${source}');\n`,
  ]);
}

async function findWrongVerdicts(house: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: house,
    overrideConfigFile: join(root, 'eslint.config.js'),
    // Only the arrows are on trial, and they need no types.
    ruleFilter: ({ ruleId }) => ruleId === 'boundaries/dependencies',
    overrideConfig: {
      languageOptions: { parserOptions: { project: false } },
      settings: { 'boundaries/root-path': house },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  });
  const verdicts = async (arrows: typeof mustFail, expected: boolean): Promise<string[]> => {
    const wrong: string[] = [];
    for (const [from, to] of arrows) {
      for (const source of importsOf(from, to)) {
        const [result] = await eslint.lintText(source, { filePath: join(house, from) });
        const unexpected = result?.messages.filter((message) => message.fatal) ?? [];
        const flagged = (result?.errorCount ?? 0) > 0;
        if (unexpected.length > 0 || !result || flagged !== expected) {
          const said = result?.messages.map(({ message }) => message).join(' ') ?? '';
          wrong.push(
            `${expected ? 'not refused' : 'refused'}: ${from}: ${source.split('\n')[0]} ${said}`,
          );
        }
      }
    }
    return wrong;
  };
  return [...(await verdicts(mustFail, true)), ...(await verdicts(mustPass, false))];
}

const house = await buildEmptyHouse();
try {
  const wrong = await findWrongVerdicts(house);
  for (const line of wrong) console.error(line);
  console.log(
    `boundaries: ${mustFail.length} forbidden and ${mustPass.length} allowed arrows planted, ` +
      `${wrong.length} wrong verdicts`,
  );
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  await rm(house, { recursive: true });
}
