import { inject, InjectionToken } from '@angular/core';
import { type Action } from '@ngrx/store';
import { Observable } from 'rxjs';
import type { ChangeEvent, Health } from '#domain/data-sources/data-sources.contract';
import { ServerEventsActions } from './server-events.actions';

export const OPEN_EVENT_SOURCE = new InjectionToken<(url: string) => EventSource>(
  'OPEN_EVENT_SOURCE',
  { providedIn: 'root', factory: () => (url) => new EventSource(url) },
);

const RETRY_AFTER = 5_000;

/** The server's events as actions. Reconnects by itself, also where the browser has given up. */
export function eventStream(open = inject(OPEN_EVENT_SOURCE)): Observable<Action> {
  return new Observable((subscriber) => {
    let source: EventSource;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let lost = false;

    const connect = () => {
      source = open('/api/events');
      source.onopen = () => {
        if (lost) subscriber.next(ServerEventsActions.reconnected());
        lost = false;
      };
      source.onerror = () => {
        if (!lost) subscriber.next(ServerEventsActions.lost());
        lost = true;
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_AFTER);
      };
      source.onmessage = ({ data }: MessageEvent<string>) => {
        subscriber.next(ServerEventsActions.changed({ change: JSON.parse(data) as ChangeEvent }));
      };
      source.addEventListener('health', ({ data }: MessageEvent<string>) => {
        const health = JSON.parse(data) as Health;
        subscriber.next(ServerEventsActions.healthReceived({ health, receivedAt: Date.now() }));
      });
    };

    connect();
    return () => {
      clearTimeout(retry);
      source.close();
    };
  });
}
