import type { DrawnPath } from '../../../ui/drawn-paths/drawn-paths';
import type { TestMark } from './test-rows';

/** What each mark says, as the legend has it. */
export const TEST_WORDS: Readonly<Record<TestMark, string>> = {
  expected: 'expected',
  unexpected: 'unexpected',
  'unexpected-confirmed': 'confirmed',
  inconclusive: 'inconclusive',
  refused: 'refused',
  missed: 'missed',
  dilute: 'dilute',
  invalid: 'invalid',
  pending: 'pending',
};

const disc = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
const diamond = (x: number, y: number) => `M${x} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`;
const struck = (x: number, y: number) => `${disc(x, y, 4)}M${x - 2.8} ${y + 2.8}l5.6-5.6`;

/** Shape before colour: a dot is expected, a diamond is not, a ring with a stroke is no result. */
export function testMark(mark: TestMark, x: number, y: number): DrawnPath[] {
  switch (mark) {
    case 'expected':
      return [{ className: 'fill-quiet', d: disc(x, y, 2) }];
    case 'unexpected':
      return [{ className: 'fill-warn', d: diamond(x, y) }];
    case 'unexpected-confirmed':
      return [
        { className: 'fill-warn', d: diamond(x, y) },
        { className: 'line-surface', d: `M${x - 2.3} ${y}l1.8 1.8 3-3.4` },
      ];
    case 'refused':
    case 'missed':
      return [{ className: 'line-ink', d: struck(x, y) }];
    case 'pending':
      return [{ className: 'hollow-scheduled dotted', d: disc(x, y, 3.5) }];
    default:
      return [{ className: 'hatch-unrecorded', d: disc(x, y, 3.5) }];
  }
}
