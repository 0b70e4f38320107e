import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { forkJoin, map, type Observable } from 'rxjs';
import type {
  ClientKeptApart,
  NewKeptApart,
  StandingPair,
} from '#domain/attendance/kept-apart.contract';
import type { ClientEntries } from '#domain/client-progress/client-entry.contract';
import { type Cause, headersOf } from '../../../http/cause';
import type {
  KeptApartEntry,
  PageEntries,
  PageEntry,
  WrittenEntry,
} from '#domain/client-progress/page-entry';

/** Who had written the same before, and when. */
export type Stood = Pick<StandingPair, 'by' | 'at'>;

/** What staff write of a client. Who is kept apart from whom is kept with the sessions of both. */
@Service()
export class ClientEntriesApi {
  private readonly http = inject(HttpClient);

  find(clientId: string, cause: Cause): Observable<PageEntries> {
    const options = { headers: headersOf(cause) };
    return forkJoin([
      this.http.get<ClientEntries>(pathOf(clientId), options),
      this.http.get<ClientKeptApart>(
        `/api/attendance/clients/${encodeURIComponent(clientId)}/kept-apart`,
        options,
      ),
    ]).pipe(
      map(([{ asOf, entries }, { from }]) => ({
        asOf,
        entries: [
          ...entries,
          ...from.map(({ other, reason, ...written }): KeptApartEntry => ({
            ...written,
            kind: 'kept-apart',
            says: { other, reason },
          })),
        ],
      })),
    );
  }

  /** Who had written the same before, where it then was not added. */
  write(clientId: string, entry: WrittenEntry): Observable<Stood | null> {
    if (entry.kind !== 'kept-apart')
      return this.http.post<null>(pathOf(clientId), entry).pipe(map(() => null));
    const { id, says } = entry;
    const pair: NewKeptApart = {
      ...{ id, clientId, otherId: says.other?.clientId ?? '', reason: says.reason },
    };
    return this.http
      .post<StandingPair>(KEPT_APART, pair)
      .pipe(map((stands) => (stands.id === id ? null : stands)));
  }

  withdraw(clientId: string, { id, kind }: Pick<PageEntry, 'id' | 'kind'>): Observable<null> {
    const path = kind === 'kept-apart' ? KEPT_APART : pathOf(clientId);
    return this.http.post<null>(`${path}/${encodeURIComponent(id)}/withdrawal`, null);
  }
}

const KEPT_APART = '/api/attendance/kept-apart';
const pathOf = (clientId: string): string => `/api/clients/${encodeURIComponent(clientId)}/entries`;
