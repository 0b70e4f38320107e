import { ApplicationRef, DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/** Whether a sheet is being drawn: told before the browser takes its picture, so that what hangs on it is there. */
export function onPaper(): Signal<boolean> {
  const [view, app] = [inject(DOCUMENT).defaultView, inject(ApplicationRef)];
  const drawn = signal(false);
  const draw = ({ type }: Event) => {
    drawn.set(type === 'beforeprint');
    app.tick();
  };
  for (const event of ['beforeprint', 'afterprint']) view?.addEventListener(event, draw);
  inject(DestroyRef).onDestroy(() => {
    for (const event of ['beforeprint', 'afterprint']) view?.removeEventListener(event, draw);
  });
  return drawn.asReadonly();
}
