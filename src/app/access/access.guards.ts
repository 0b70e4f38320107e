import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { filter, map, take } from 'rxjs';
import { mayDo, type Permission } from '#domain/access/permission';
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

/** Where whoever may read it begins: clients in care, those who left, else the connection. */
const FIRST_PAGES: readonly (readonly [Permission, string])[] = [
  ['caseload:read', '/caseload'],
  ['follow-up:read', '/aftercare?view=follow-up'],
];

export const firstPage: CanActivateFn = () => {
  const me = inject(Store).selectSignal(accessFeature.selectMe)();
  const first = FIRST_PAGES.find(([permission]) => me !== null && mayDo(me.role, permission));
  return inject(Router).parseUrl(first?.[1] ?? '/data');
};

/** A page does not exist for who may not read it. */
export const mayOpen =
  (permission: Permission): CanActivateFn =>
  () => {
    const me = inject(Store).selectSignal(accessFeature.selectMe)();
    return (me !== null && mayDo(me.role, permission)) || inject(Router).parseUrl('/not-found');
  };
