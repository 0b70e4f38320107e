import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { filter, map, take } from 'rxjs';
import { mayDo } from '#domain/access/permission';
import { AccessGuardActions } from './state/access.actions';
import { accessFeature } from './state/access.feature';

/** Opens the page to somebody who is signed in; everybody else signs in first and comes back. */
export const signedIn: CanActivateFn = (_route, { url }) => {
  const store = inject(Store);
  const router = inject(Router);
  if (store.selectSignal(accessFeature.selectStatus)() !== 'signed-in') {
    store.dispatch(AccessGuardActions.askedWho());
  }
  return store.select(accessFeature.selectStatus).pipe(
    filter((status) => status !== 'unknown'),
    take(1),
    map((status) => {
      if (status === 'signed-in') return true;
      return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { to: url } });
    }),
  );
};

/** Whoever runs the connections sees no client, and begins on their page. */
export const firstPage: CanActivateFn = () => {
  const me = inject(Store).selectSignal(accessFeature.selectMe)();
  return inject(Router).parseUrl(me?.role === 'admin' ? '/data' : '/caseload');
};

/** Pages with clients on them do not exist for an administrator. */
export const seesClients: CanActivateFn = () => {
  const me = inject(Store).selectSignal(accessFeature.selectMe)();
  return me?.role !== 'admin' || inject(Router).parseUrl('/not-found');
};

/** Tasks are of those who work with clients; for others the page does not exist. */
export const worksWithClients: CanActivateFn = () => {
  const me = inject(Store).selectSignal(accessFeature.selectMe)();
  return (me !== null && mayDo(me.role, 'outreach:read')) || inject(Router).parseUrl('/not-found');
};
