import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { tap } from 'rxjs';
import { AccessApiActions } from './state/access.actions';

/** An answer of 401 empties the page at once; asking who is signed in may rightly get one. */
export const signInRequired: HttpInterceptorFn = (request, next) => {
  const store = inject(Store);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse) || error.status !== 401) return;
        if (request.url === '/api/me' || request.url.startsWith('/api/sign-')) return;
        store.dispatch(AccessApiActions.signInRequired());
      },
    }),
  );
};
