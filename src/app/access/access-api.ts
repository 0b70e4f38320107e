import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Me, Persona, SignInOptions } from '#domain/access/access.contract';

@Service()
export class AccessApi {
  private readonly http = inject(HttpClient);

  findMe(): Observable<Me> {
    return this.http.get<Me>('/api/me');
  }

  findOptions(): Observable<SignInOptions> {
    return this.http.get<SignInOptions>('/api/sign-in');
  }

  signIn(persona: Persona): Observable<void> {
    return this.http.post<void>('/api/sign-in', { persona });
  }

  signOut(): Observable<void> {
    return this.http.post<void>('/api/sign-out', null);
  }
}
