import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Chart } from './chart';
import { ChartFrame } from './chart-frame';
import { everyHowMany, wordOf } from './period-axis';
import type { Draw } from './drawing';

const DRAW: Draw = () => ({
  type: 'line',
  data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] },
  options: { animation: false },
  plugins: [],
});

@Component({
  imports: [Chart, ChartFrame],
  template: `
    @for (name of ['First', 'Second']; track name) {
      <app-chart-frame [heading]="name" subtitle="%" summary="From 1 to 2." [table]="table">
        <app-chart [draw]="draw" [label]="name" [readings]="['One.', 'Two.']" [height]="100" />
      </app-chart-frame>
    }
    <input />
  `,
})
class TwoCharts {
  protected readonly draw = DRAW;
  protected readonly table = { head: ['Week', 'Value'], rows: [['2 Nov', '71.6%']] };
}

describe('a chart in its frame', () => {
  it('reads its points as the arrow keys walk them, and stops at the ends', async () => {
    const { walk, reading } = await show();
    await walk('ArrowRight');
    expect(reading()).toBe('One.');
    await walk('ArrowRight');
    await walk('ArrowRight');
    expect(reading()).toBe('Two.');
    await walk('Home');
    expect(reading()).toBe('One.');
  });

  it('draws a canvas that says what it is', async () => {
    const { host, settle } = await show();
    await settle();
    const canvas = host.querySelector('canvas');
    expect(canvas?.getAttribute('role')).toBe('img');
    expect(canvas?.getAttribute('aria-label')).toBe('First');
  });

  it('tells those who do not see it what it shows', async () => {
    const { host } = await show();
    expect(host.querySelector('p.visually-hidden')?.textContent).toBe('From 1 to 2.');
  });

  it('shows all charts as tables by t, and back', async () => {
    const { press, tables } = await show();
    await press('t');
    expect(tables()).toEqual(['2 Nov 71.6%', '2 Nov 71.6%']);
    await press('t');
    expect(tables()).toEqual([]);
  });

  it('shows only the chart that has the focus as a table, and keeps the focus in sight', async () => {
    const { drawings, press, tables } = await show();
    drawings()[0].focus();
    await press('t');
    expect(tables().length).toBe(1);
    expect(document.activeElement?.textContent).toContain('Table');
  });

  it('takes a t that somebody writes for a letter', async () => {
    const { host, press, tables } = await show();
    host.querySelector('input')!.focus();
    await press('t');
    expect(tables()).toEqual([]);
  });
});

describe('the axis of periods', () => {
  it('writes as many days as fit', () => {
    expect(everyHowMany(27, 800)).toBe(2);
    expect(everyHowMany(27, 300)).toBe(5);
    expect(everyHowMany(3, 800)).toBe(1);
  });

  it('names the month where it changes', () => {
    const starts = ['2026-10-19', '2026-10-26', '2026-11-02'];
    expect(starts.map((_, index) => wordOf(starts, index, 1, 'week'))).toEqual([
      '19 Oct',
      '26',
      '2 Nov',
    ]);
  });
});

async function show() {
  const fixture = TestBed.createComponent(TwoCharts);
  const host: HTMLElement = fixture.nativeElement;
  const settle = async () => {
    await fixture.whenStable();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await fixture.whenStable();
  };
  await settle();
  const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const drawings = () => [...host.querySelectorAll<HTMLElement>('[role=application]')];
  const send = async (target: Element, key: string) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };
  return {
    host,
    settle,
    drawings,
    walk: (key: string) => send(drawings()[0], key),
    press: (key: string) => send(document.activeElement ?? document.body, key),
    reading: () => said(host.querySelector('[role=status]')!),
    tables: () =>
      [...host.querySelectorAll('tbody tr')].map((row) => [...row.children].map(said).join(' ')),
  };
}
