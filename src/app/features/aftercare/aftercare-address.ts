import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { AftercareQuery } from '#domain/aftercare/aftercare.contract';

/** What the address says; empty where it says nothing. */
export type AftercareAddress = Readonly<Partial<Record<string, string>>>;

/** The query string of the page: all of its state is there. */
export const aftercareAddress = (): Signal<AftercareAddress> =>
  toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });

const NARROWING = ['counselor', 'site', 'destination', 'show'] as const;

/** Of it, what the server is asked. */
export const askedBy = (address: AftercareAddress): AftercareQuery =>
  Object.fromEntries(
    ['asOf', ...NARROWING].flatMap((name) => (address[name] ? [[name, address[name]]] : [])),
  );

/** It keeps somebody out. */
export const isNarrowed = (address: AftercareAddress): boolean =>
  NARROWING.some((name) => address[name]);

export const WITHOUT_NARROWING: AftercareAddress = Object.fromEntries(
  NARROWING.map((name) => [name, '']),
);
