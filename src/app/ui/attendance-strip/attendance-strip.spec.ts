import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AttendanceStrip } from './attendance-strip';
import { stripDrawing, type StripWeek } from './strip-drawing';

describe('AttendanceStrip', () => {
  it('says each week in words', async () => {
    const { name } = await draw([
      { monday: '2026-11-09', marks: ['attended', 'no-show', 'unrecorded'] },
      { monday: '2026-11-16', marks: [] },
    ]);
    expect(name()).toBe(
      'Week of 9 Nov: attended, no-show, not recorded. Week of 16 Nov: no sessions.',
    );
  });

  it('stands what was kept on the line and hangs what was missed below it', async () => {
    const { boxes } = await draw([{ monday: '2026-11-09', marks: ['attended', 'no-show'] }]);
    expect(boxes()).toEqual([
      { top: 2, bottom: 12 },
      { top: 13, bottom: 22 },
    ]);
  });

  it('keeps a week of seven sessions inside its own room', async () => {
    const marks = Array.from({ length: 7 }, () => 'attended');
    const { bars, right } = await draw([{ monday: '2026-11-09', marks }]);
    expect(bars()).toBe(7);
    expect(right()).toBeLessThanOrEqual(40);
  });

  it('draws sessions of one look as one path', async () => {
    const marks = ['attended', 'walk-in', 'no-show', 'attended'];
    const { boxes } = await draw([
      { monday: '2026-11-09', marks },
      { monday: '2026-11-16', marks },
    ]);
    expect(boxes().length).toBe(2);
  });
});

async function draw(weeks: StripWeek[]) {
  const fixture = TestBed.createComponent(AttendanceStrip, {
    bindings: [inputBinding('drawing', () => stripDrawing(weeks))],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const svg = host.querySelector('svg')!;
  const marks = () => [...host.querySelectorAll<SVGGraphicsElement>('path:not(.line-base)')];
  return {
    name: () => svg.getAttribute('aria-label'),
    boxes: () =>
      marks().map((mark) => {
        const { y, height } = mark.getBBox();
        return { top: y, bottom: y + height };
      }),
    bars: () => marks()[0]?.getAttribute('d')?.match(/M/g)?.length,
    right: () => Math.max(...marks().map((mark) => mark.getBBox().x + mark.getBBox().width)),
  };
}
