import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type DrawnPath, DrawnPaths } from './drawn-paths';

@Component({
  imports: [DrawnPaths],
  template: `<svg><g [appDrawnPaths]="paths()" /></svg>`,
})
class Drawing {
  readonly paths = signal<readonly DrawnPath[]>([]);
}

describe('DrawnPaths', () => {
  it('draws another drawing with the elements that are there', async () => {
    const { draw, elements, drawn } = await open();
    await draw(['solid', 'M0 0h6'], ['hollow', 'M8 0h6']);
    const before = elements();
    await draw(['solid', 'M0 0h9'], ['hatch', 'M8 0h6']);
    expect(elements()).toEqual(before);
    expect(drawn()).toEqual(['solid M0 0h9', 'hatch M8 0h6']);
  });

  it('draws nothing that the last one had more of', async () => {
    const { draw, drawn } = await open();
    await draw(['solid', 'M0 0h6'], ['hollow', 'M8 0h6']);
    await draw(['solid', 'M0 0h6']);
    expect(drawn()).toEqual(['solid M0 0h6']);
    await draw(['solid', 'M0 0h6'], ['hollow', 'M8 0h6']);
    expect(drawn()).toEqual(['solid M0 0h6', 'hollow M8 0h6']);
  });
});

async function open() {
  const fixture = TestBed.createComponent(Drawing);
  const host: HTMLElement = fixture.nativeElement;
  const elements = () => [...host.querySelectorAll('path')];
  return {
    elements,
    draw: async (...paths: [className: string, d: string][]) => {
      fixture.componentInstance.paths.set(paths.map(([className, d]) => ({ className, d })));
      await fixture.whenStable();
    },
    drawn: () =>
      elements()
        .filter((path) => path.getAttribute('d'))
        .map((path) => `${path.getAttribute('class')} ${path.getAttribute('d')}`),
  };
}
