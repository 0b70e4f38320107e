import { DestroyRef, DOCUMENT, inject, type Signal, signal } from '@angular/core';

/** As narrow as a phone held upright. */
const LITTLE_ROOM = 'screen and (max-width: 600px)';

/** Whether there is no room for a wide drawing. */
export function littleRoom(): Signal<boolean> {
  const media = inject(DOCUMENT).defaultView?.matchMedia(LITTLE_ROOM);
  const narrow = signal(media?.matches ?? false);
  const follow = () => narrow.set(media?.matches ?? false);
  media?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', follow));
  return narrow;
}
