import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AttendanceStrip, type StripWeek } from './attendance-strip';

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
    const { places } = await draw([{ monday: '2026-11-09', marks }]);
    expect(places().length).toBe(7);
    expect(Math.max(...places().map((place) => place.right))).toBeLessThanOrEqual(40);
  });
});

async function draw(weeks: StripWeek[]) {
  const fixture = TestBed.createComponent(AttendanceStrip, {
    bindings: [inputBinding('weeks', () => weeks)],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const svg = host.querySelector('svg')!;
  const left = svg.getBoundingClientRect().left;
  const marks = () => [...host.querySelectorAll<SVGGraphicsElement>('g path[transform]')];
  return {
    name: () => svg.getAttribute('aria-label'),
    boxes: () =>
      marks().map((mark) => {
        const { y, height } = mark.getBBox();
        return { top: y, bottom: y + height };
      }),
    places: () => marks().map((mark) => ({ right: mark.getBoundingClientRect().right - left })),
  };
}
