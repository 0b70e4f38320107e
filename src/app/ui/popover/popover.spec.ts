import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Popover } from './popover';

@Component({
  imports: [Popover],
  template: `
    <button #origin type="button" style="position: fixed; left: 40px; top: 60vh">Why</button>
    <app-popover [origin]="origin" label="Why">
      <div [style.height.px]="height()">Reasons</div>
    </app-popover>
  `,
})
class Page {
  readonly height = signal(40);
}

describe('Popover', () => {
  it('stays within the window when what comes into it later makes it larger', async () => {
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    await frames();
    fixture.componentInstance.height.set(window.innerHeight * 0.8);
    await fixture.whenStable();
    await frames();
    const { top, bottom } = document.querySelector('[role=dialog]')!.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(window.innerHeight);
  });
});

/** Sizes are told between one frame and the next. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}
