import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, test } from 'node:test';
import { PagesInTurn, type Turn } from './pages-in-turn.ts';

let pages: PagesInTurn;
let happened: string[];
beforeEach(() => {
  pages = new PagesInTurn();
  happened = [];
});

/** A page that is kept at once, and derived from when it is told to. */
function page(name: string, identityIds: string[] = []) {
  const derived = Promise.withResolvers<void>();
  const work = async (turn: Turn) => {
    happened.push(`${name} begins`);
    await turn.seen(identityIds);
    happened.push(`${name} kept`);
    turn.kept(identityIds);
    await turn.come();
    await derived.promise;
    happened.push(`${name} done`);
  };
  return { work, derived };
}

test('a page is kept while the one before is derived from, and done after it', async () => {
  const [one, two, three] = [page('1'), page('2'), page('3')];
  await pages.take(one.work);
  await pages.take(two.work);
  two.derived.resolve();
  await setImmediate();
  assert.deepEqual(happened, ['1 begins', '1 kept', '2 begins', '2 kept']);
  const third = pages.take(three.work);
  await setImmediate();
  assert.equal(happened.length, 4);
  one.derived.resolve();
  three.derived.resolve();
  await third;
  await pages.end();
  const done = happened.filter((what) => what.endsWith('done'));
  assert.deepEqual(done, ['1 done', '2 done', '3 done']);
});

test('what the page before brings is looked for once it is there', async () => {
  const [one, two] = [page('1', ['ada']), page('2', ['bo', 'ada'])];
  await pages.take(one.work);
  await pages.take(two.work);
  await setImmediate();
  assert.deepEqual(happened, ['1 begins', '1 kept', '2 begins']);
  one.derived.resolve();
  two.derived.resolve();
  await pages.end();
  assert.deepEqual(happened.slice(3), ['1 done', '2 kept', '2 done']);
});

test('after a page that failed none is done, and the failure is said', async () => {
  const [one, two] = [page('1'), page('2')];
  await pages.take(one.work);
  await pages.take(two.work);
  two.derived.resolve();
  one.derived.reject(new Error('lost'));
  await assert.rejects(pages.take(page('3').work), /lost/);
  await assert.rejects(pages.end(), /lost/);
  assert.deepEqual(happened, ['1 begins', '1 kept', '2 begins', '2 kept']);
});
