import {
  afterNextRender,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  type Signal,
  signal,
} from '@angular/core';

/** The width of an element in pixels, as it changes; 0 until it is laid out. */
export function widthOf(element: Signal<ElementRef<HTMLElement> | undefined>): Signal<number> {
  const width = signal(0);
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.set(Math.floor(entry.contentRect.width));
  });
  const measure = (shown: HTMLElement) =>
    width.set(Math.floor(shown.getBoundingClientRect().width));
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  // At once where it is laid out: what follows from the width is drawn with the first picture.
  afterNextRender({ read: () => element() && measure(element()!.nativeElement) });
  effect(() => {
    const shown = element()?.nativeElement;
    observer.disconnect();
    if (shown) observer.observe(shown);
  });
  return width.asReadonly();
}
