import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureOf, MEASURES } from './catalogue.ts';

test('every measure is found by its id, and no two share one', () => {
  assert.equal(new Set(MEASURES.map(({ id }) => id)).size, MEASURES.length);
  for (const measure of MEASURES) assert.equal(measureOf(measure.id), measure);
  assert.equal(measureOf('attendance'), null);
});

for (const measure of MEASURES) {
  test(`${measure.id} is defined in full: one sentence, and what is in, out and below the line`, () => {
    const { sentence, name, numerator, denominator, leftOut, standard, subject } = measure;
    for (const words of [name, numerator, denominator, leftOut, standard, subject.words]) {
      assert.match(words, /^[A-Z]/);
    }
    assert.match(sentence, /^[A-Z][^.]*(\d\.\d[^.]*)*\.$/);
    assert.match(measure.id, /^[a-z]+(-([a-z]+|\d+))*$/);
  });
}
