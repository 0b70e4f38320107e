import { DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/** How far an element is scrolled and how large it is, without a change detection a frame. */
@Directive({
  selector: '[appScrollPosition]',
  exportAs: 'scrollPosition',
  host: { '[class.moving]': 'moving()' },
})
export class ScrollPosition {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly top = signal(0);
  /** Where the browser says when it ends. */
  protected readonly moving = signal(false);
  /** At first a guess, so that rows are drawn at once: the rail stands beside. */
  readonly height = signal(innerHeight);
  readonly width = signal(innerWidth - (innerWidth > 1200 ? 175 : innerWidth > 600 ? 67 : 0));

  constructor() {
    const saysItsEnd = 'onscrollend' in this.element;
    const moved = () => {
      this.top.set(this.element.scrollTop);
      this.moving.set(saysItsEnd);
    };
    this.element.addEventListener('scroll', moved, { passive: true });
    this.element.addEventListener('scrollend', () => this.moving.set(false), { passive: true });
    const resized = new ResizeObserver(() => {
      this.height.set(this.element.clientHeight);
      this.width.set(this.element.clientWidth);
    });
    resized.observe(this.element);
    inject(DestroyRef).onDestroy(() => resized.disconnect());
  }

  /** Scrolls as little as it takes to see what lies between two heights, below what is stuck. */
  show(top: number, bottom: number, stuck: number): void {
    const [above, below] = [top - stuck, bottom - this.element.clientHeight];
    if (above < this.top()) this.scrollTo(above);
    else if (below > this.top()) this.scrollTo(below);
  }

  /** Asks the browser nothing where it is there already: that would lay out the page once more. */
  backToTop(): void {
    if (this.top() > 0) this.scrollTo(0);
  }

  private scrollTo(top: number): void {
    this.element.scrollTop = top;
    this.top.set(Math.max(0, top));
  }
}
