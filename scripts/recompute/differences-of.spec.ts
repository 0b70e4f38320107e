import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesOf } from './differences-of.ts';

const ada = (values: Record<string, string | number | boolean | null>) =>
  new Map([['Ada', values]]);

test('values that agree are counted', () => {
  const { things, values, differences } = differencesOf(
    ada({ a: 1, b: null }),
    ada({ a: 1, b: null }),
  );
  assert.deepEqual([things, values, differences], [1, 2, []]);
});

test('a value that differs is named, with both sides', () => {
  const { differences } = differencesOf(ada({ minutes: 180 }), ada({ minutes: 175 }));
  assert.deepEqual(differences, ['Ada minutes: recounted 180, answered 175']);
});

test('a zero, a null and a text of digits are three things', () => {
  const { differences } = differencesOf(ada({ a: 0, b: '1' }), ada({ a: null, b: 1 }));
  assert.equal(differences.length, 2);
});

test('a value that one side alone has differs, whichever it is', () => {
  assert.equal(differencesOf(ada({ a: 1 }), ada({})).differences.length, 1);
  assert.equal(differencesOf(ada({}), ada({ a: 1 })).differences.length, 1);
});

test('a client that one side alone knows differs, whichever it is', () => {
  assert.match(differencesOf(ada({}), new Map()).differences[0] ?? '', /^Ada is only recounted/);
  assert.match(differencesOf(new Map(), ada({})).differences[0] ?? '', /^Ada is only answered/);
});
