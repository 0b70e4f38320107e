import { placed, type WayLabel } from './way-labels';

const label = (about: Partial<WayLabel>): WayLabel => ({
  x: 100,
  anchor: 'start',
  strong: 'Admitted',
  sub: '28 Sep',
  at: 'above',
  ...about,
});

describe('placed', () => {
  it('leaves labels that have room where they want to be', () => {
    const both = [label({}), label({ x: 300 })];
    expect(placed(both, 600)).toEqual(both);
  });

  it('puts one that would be covered on the other side, and leaves out a third', () => {
    const three = placed([label({}), label({ x: 110 }), label({ x: 120 })], 600);
    expect(three.map(({ at }) => at)).toEqual(['above', 'below']);
  });

  it('keeps every label inside the drawing', () => {
    const [first, last] = placed(
      [label({ x: 0, anchor: 'middle' }), label({ x: 598, anchor: 'middle' })],
      600,
    );
    expect([first?.anchor, first?.x, last?.anchor, last?.x]).toEqual(['start', -4, 'end', 600]);
  });
});
