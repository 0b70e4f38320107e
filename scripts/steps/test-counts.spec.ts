import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countKarmaTests, countNodeTests, countPlaywrightTests } from './test-counts.ts';

it('reads the summary of node --test, and counts what was cancelled as failed', () => {
  const output = ['tests 9', 'suites 2', 'pass 4', 'fail 1', 'cancelled 1', 'skipped 2', 'todo 1']
    .map((line) => `ℹ ${line}`)
    .join('\n');
  assert.deepEqual(countNodeTests(output), { passed: 4, failed: 2, skipped: 3 });
});

it('knows no counts where a runner never came to its summary', () => {
  for (const count of [countNodeTests, countKarmaTests, countPlaywrightTests]) {
    assert.equal(count('SyntaxError: Unexpected token'), undefined);
  }
});

it('reads the line of the Karma reporter', () => {
  const output = 'dots ...\n\nkarma: 12 passed, 1 failed, 3 skipped\n';
  assert.deepEqual(countKarmaTests(output), { passed: 12, failed: 1, skipped: 3 });
});

it('reads the closing lines of Playwright, and counts a flaky test as failed', () => {
  const output =
    '  1 failed\n    [chromium] › a.spec.ts\n  1 flaky\n  2 skipped\n  7 passed (3.1s)\n';
  assert.deepEqual(countPlaywrightTests(output), { passed: 7, failed: 2, skipped: 2 });
});
