import { inputBinding, outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AsOfChoice } from './as-of-choice';

const NOW = '2026-11-18T14:02:30Z';

describe('AsOfChoice', () => {
  it('says how old the data is', async () => {
    const { text } = await show(null);
    expect(text()).toMatch(/As of Wed 18 Nov 2026, 8:02 am.* · 12 s ago/);
  });

  it('offers the site’s clock, until now', async () => {
    const { open, moment } = await show(null);
    await open();
    expect(moment().value).toBe('2026-11-18T08:02');
    expect(moment().max).toBe('2026-11-18T08:02');
  });

  it('shows the moment that was chosen, read on the site’s clock', async () => {
    const { open, choose, chosen } = await show(null);
    await open();
    await choose('2026-11-12T17:30');
    expect(chosen).toEqual(['2026-11-12T23:30:00.000Z']);
  });

  it('changes nothing when the moment is incomplete', async () => {
    const { open, choose, chosen } = await show(null);
    await open();
    await choose('');
    expect(chosen).toEqual([]);
  });

  it('says no age of a moment that was chosen, and leads back to now', async () => {
    const { text, click, chosen } = await show('2026-11-12T23:30:00Z');
    expect(text()).toContain('As of Thu 12 Nov 2026, 5:30 pm');
    expect(text()).not.toContain('ago');
    await click('Back to now');
    expect(chosen).toEqual([null]);
  });
});

async function show(asOf: string | null) {
  const chosen: (string | null)[] = [];
  const fixture = TestBed.createComponent(AsOfChoice, {
    bindings: [
      inputBinding('asOf', () => asOf),
      inputBinding('dataAsOf', () => '2026-11-18T14:02:18Z'),
      inputBinding('now', () => Date.parse(NOW)),
      inputBinding('timeZone', () => 'America/Chicago'),
      inputBinding('late', () => null),
      outputBinding<string | null>('chosen', (moment) => chosen.push(moment)),
    ],
  });
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const moment = () => document.querySelector<HTMLInputElement>('#asked-moment')!;
  const click = async (words: string) => {
    const buttons = [...host.querySelectorAll('button')];
    buttons.find((button) => button.textContent.includes(words))!.click();
    await fixture.whenStable();
  };
  return {
    chosen,
    click,
    moment,
    text: () => host.textContent.replace(/\s+/g, ' ').trim(),
    open: () => click('Choose a moment'),
    choose: async (value: string) => {
      moment().value = value;
      moment().form!.requestSubmit();
      await fixture.whenStable();
    },
  };
}
