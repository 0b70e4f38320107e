import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWords } from './search-words.ts';

test('names are words, in any order and with a comma', () => {
  assert.deepEqual(searchWords(' Plum,  Odette '), { words: ['plum', 'odette'], initials: null });
});

test('two letters may be initials, with dots and spaces or without', () => {
  for (const text of ['C. S.', 'c s', 'CS', 'c.s.']) {
    assert.equal(searchWords(text)?.initials, 'cs', text);
  }
});

test('a word may hold what names and record numbers hold', () => {
  assert.deepEqual(searchWords("o'neil MRN-0042")?.words, ["o'neil", 'mrn-0042']);
});

test('one letter, or none, is too little to look for', () => {
  for (const text of ['', '  ', 'p', 'p.', ', .']) assert.equal(searchWords(text), null, text);
});
