import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { WeekHours } from '#domain/caseload/caseload.contract';
import { HoursBar } from './hours-bar';
import { hoursDrawing } from './hours-drawing';

const week: WeekHours = {
  delivered: 180,
  assumed: 60,
  booked: 120,
  unrecorded: 60,
  prescribed: 720,
  missing: 300,
};

describe('HoursBar', () => {
  it('counts what is delivered, assumed and booked against what is prescribed', async () => {
    const { text } = await draw(week);
    expect(text()).toBe('6.0 of 12 −5.0');
  });

  it('names every part in words', async () => {
    const { name } = await draw(week);
    expect(name()).toBe(
      '3.0 h delivered, 1.0 h assumed, 2.0 h booked, 1.0 h not recorded, 12 h prescribed, 5.0 h missing',
    );
  });

  it('draws each kind of hour in its own way', async () => {
    const { kinds } = await draw(week);
    expect(new Set(kinds()).size).toBe(4);
  });

  it('says that prescribed hours are not known rather than none', async () => {
    const { text, name } = await draw({ ...week, prescribed: null, missing: null });
    expect(text()).toBe('6.0 of not known');
    expect(name()).toContain('prescribed hours not known');
  });

  it('says nothing of a shortfall when the week is met', async () => {
    const { text } = await draw({ ...week, delivered: 720, missing: 0 });
    expect(text()).toBe('15.0 of 12');
  });

  it('says nothing of a shortfall too small to be written', async () => {
    const { text, name } = await draw({ ...week, delivered: 478, missing: 2 });
    expect(text()).toBe('11.0 of 12');
    expect(name()).not.toContain('missing');
  });
});

async function draw(hours: WeekHours) {
  const fixture = TestBed.createComponent(HoursBar, {
    bindings: [inputBinding('drawing', () => hoursDrawing(hours))],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return {
    text: () => host.textContent.replace(/\s+/g, ' ').trim(),
    name: () => host.querySelector('[role=img]')!.getAttribute('aria-label'),
    kinds: () =>
      [...host.querySelectorAll('path[class^=fill], path[class^=hatch]')].map((path) =>
        path.getAttribute('class'),
      ),
  };
}
