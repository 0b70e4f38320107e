import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ScrollPosition } from './scroll-position';

@Component({
  imports: [ScrollPosition],
  template: `
    <div appScrollPosition style="height: 100px; overflow: auto">
      <div style="height: 1000px"></div>
    </div>
  `,
})
class Scrolled {}

describe('ScrollPosition', () => {
  it('says that it moves from the first step until the browser says that it has ended', async () => {
    const { scroller, whenStable } = await open();
    scroller.dispatchEvent(new Event('scroll'));
    await whenStable();
    expect(scroller.classList).toContain('moving');
    const ended = new Promise((resolve) => scroller.addEventListener('scrollend', resolve));
    scroller.scrollTop = 50;
    await ended;
    await whenStable();
    expect(scroller.classList).not.toContain('moving');
  });
});

async function open() {
  const fixture = TestBed.createComponent(Scrolled);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const scroller = host.querySelector<HTMLElement>('[appScrollPosition]')!;
  return { scroller, whenStable: () => fixture.whenStable() };
}
