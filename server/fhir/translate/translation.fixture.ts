import assert from 'node:assert/strict';
import type { Translation } from './translation.ts';

/** The facts of a resource that can be used. */
export function used<Facts>(translation: Translation<Facts>): Facts {
  assert.ok('use' in translation, JSON.stringify(translation));
  return translation.use;
}

/** Why a resource is held back or set aside. */
export function unused(translation: Translation<unknown>): string {
  assert.ok(!('use' in translation), JSON.stringify(translation));
  return 'setAside' in translation ? translation.setAside : translation.heldBack.reason;
}
