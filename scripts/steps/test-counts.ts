export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Reads what a runner printed; undefined where it never came to its summary. */
export type CountTests = (output: string) => TestCounts | undefined;

/** The summary of `node --test`. */
export const countNodeTests: CountTests = (output) => {
  const read = (what: string): number =>
    Number(new RegExp(`^(?:ℹ|#) ${what} (\\d+)$`, 'm').exec(output)?.[1]);
  const counts = {
    passed: read('pass'),
    failed: read('fail') + read('cancelled'),
    skipped: read('skipped') + read('todo'),
  };
  return Object.values(counts).every(Number.isInteger) ? counts : undefined;
};

/** The line that karma.conf.cjs adds to the reporters' own. */
export const countKarmaTests: CountTests = (output) => {
  const line = /^karma: (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  if (!line) return undefined;
  return { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3]) };
};

/** The line of Playwright's own list reporter for each outcome; a flaky test has failed once. */
export const countPlaywrightTests: CountTests = (output) => {
  const read = (what: string): number =>
    Number(new RegExp(`^ {2}(\\d+) ${what}\\b`, 'm').exec(output)?.[1] ?? 0);
  const counts = {
    passed: read('passed'),
    failed: read('failed') + read('flaky') + read('interrupted'),
    skipped: read('skipped') + read('did not run'),
  };
  return Object.values(counts).some((count) => count > 0) ? counts : undefined;
};
