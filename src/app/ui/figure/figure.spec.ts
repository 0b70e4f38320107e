import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Figure as FigureValue } from '#domain/measures/figure.contract';
import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { ATTENDED } from './attended-definition';
import { Figure } from './figure';

const value: FigureValue = {
  value: 238 / 296,
  numerator: 238,
  denominator: 296,
  excluded: 4,
  unrecorded: 1,
  interval: { low: 0.756, high: 0.849 },
  noInterval: null,
};

describe('Figure', () => {
  it('stands with its count, its interval and what nobody recorded', async () => {
    const { text } = await show(value);
    expect(text()).toContain('80.4% 238/296 (76–85%) · 1 not recorded');
  });

  it('writes a decimal only from a hundred cases on', async () => {
    const { text } = await show({ ...value, value: 12 / 14, numerator: 12, denominator: 14 });
    expect(text()).toContain('86% 12/14');
  });

  it('says none yet where there is nothing to divide by', async () => {
    const { text } = await show({
      ...value,
      value: null,
      numerator: 0,
      denominator: 0,
      interval: null,
    });
    expect(text()).toContain('none yet');
    expect(text()).not.toContain('%');
  });

  it('has no denominator where it is a count of no whole, and no decimals of clients', async () => {
    const census = { ...value, value: 158, numerator: 158, denominator: 0, interval: null };
    const { text } = await show(census, { ...ATTENDED, unit: 'clients', countedIn: 'clients' });
    expect(text()).toContain('158 clients 158 ·');
  });

  it('says what is not recorded even when it is nothing', async () => {
    const { text } = await show({ ...value, unrecorded: 0 });
    expect(text()).toContain('0 not recorded');
  });

  it('opens its definition on request, and closes on Escape', async () => {
    const { open, dialog, press } = await show(value);
    expect(dialog()).toBeNull();
    await open();
    expect(dialog()!.textContent).toContain('296: Attended, excused, late cancel and no-show');
    expect(dialog()!.textContent).toContain('4: Cancelled by the program');
    await press('Escape');
    expect(dialog()).toBeNull();
  });
});

async function show(figure: FigureValue, definition: MeasureDefinition = ATTENDED) {
  const fixture = TestBed.createComponent(Figure, {
    bindings: [inputBinding('figure', () => figure), inputBinding('definition', () => definition)],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  return {
    text: () => host.textContent.replace(/\s+/g, ' ').trim(),
    dialog: () => document.querySelector('[role=dialog]'),
    open: async () => {
      host.querySelector('button')!.click();
      await fixture.whenStable();
    },
    press: async (key: string) => {
      // The overlay of the CDK listens on the body and still reads keyCode.
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, keyCode: 27, bubbles: true }),
      );
      await fixture.whenStable();
    },
  };
}
