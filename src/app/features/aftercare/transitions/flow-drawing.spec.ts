import type { TransitionFlow } from '#domain/aftercare/transitions.contract';
import { readTokens } from '../../../ui/chart/chart-tokens';
import { flowDrawing } from './flow-drawing';
import { flowLinks } from './flow-nodes';

const flow = (reason: number, discharges: number): TransitionFlow => ({
  ...{ level: '2.1', reason, destination: null, isReferred: false },
  ...{ came: reason === 6 ? 'died' : 'none', discharges },
});

describe('flowDrawing', () => {
  const labels = (onPaper: boolean): unknown[] => {
    const links = flowLinks([flow(1, 80), flow(2, 30), flow(6, 6)]);
    const { data } = flowDrawing(links, readTokens(window), null, onPaper);
    return Object.values(data.datasets[0]?.labels ?? {});
  };

  it('says how many pass each stop', () => {
    expect(labels(false)).toContain('Died 6');
    expect(labels(false)).toContain('Level 2.1 116');
  });

  it('says on paper neither a few nor what they could be worked out from', () => {
    expect(labels(true)).toContain('Died not shown');
    expect(labels(true)).toContain('Dropped out not shown');
    expect(labels(true)).toContain('Completed 80');
  });
});
