import { Directive, effect, ElementRef, inject, input } from '@angular/core';

export interface DrawnPath {
  className: string;
  d: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The paths of a small drawing. A key press in a long list replaces hundreds of them: what a template
 * would destroy and make again is kept here, and takes another shape.
 */
@Directive({ selector: '[appDrawnPaths]' })
export class DrawnPaths {
  readonly paths = input.required<readonly DrawnPath[]>({ alias: 'appDrawnPaths' });

  private readonly host = inject<ElementRef<SVGElement>>(ElementRef).nativeElement;
  private drawn: readonly DrawnPath[] = [];

  constructor() {
    effect(() => this.draw(this.paths()));
  }

  private draw(paths: readonly DrawnPath[]): void {
    paths.forEach(({ className, d }, index) => {
      const before = this.drawn[index];
      const path = before
        ? this.host.children[index]
        : this.host.appendChild(document.createElementNS(SVG, 'path'));
      if (before?.className !== className) path?.setAttribute('class', className);
      if (before?.d !== d) path?.setAttribute('d', d);
    });
    // Of more than are needed the shape is taken, not the element: the next drawing has more again.
    const spare = this.drawn.slice(paths.length).map((path) => ({ ...path, d: '' }));
    spare.forEach((_, index) => this.host.children[paths.length + index]?.setAttribute('d', ''));
    this.drawn = [...paths, ...spare];
  }
}
