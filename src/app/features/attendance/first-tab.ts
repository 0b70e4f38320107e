import { inject } from '@angular/core';
import type { RedirectFunction } from '@angular/router';
import { Store } from '@ngrx/store';
import { accessFeature } from '../../access/state/access.feature';

/** A counselor comes for what nobody recorded yet; supervisor and director for how it goes. */
export const firstTab: RedirectFunction = () => {
  const me = inject(Store).selectSignal(accessFeature.selectMe)();
  return me?.role === 'counselor' ? 'sessions' : 'trend';
};
