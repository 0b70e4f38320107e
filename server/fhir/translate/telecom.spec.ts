import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn, phonesIn } from './telecom.ts';

test('numbers to call or text, by rank; what is old, an address or empty is none', () => {
  assert.deepEqual(
    phonesIn([
      { system: 'email', value: 'ana@example.org' },
      { system: 'phone', value: '617 555 0199', use: 'old' },
      { system: 'phone', value: '617 555 0101', use: 'home', rank: 2 },
      { system: 'sms', value: '617 555 0102', use: 'mobile', rank: 1 },
      { system: 'phone', value: ' ' },
      { system: 'phone', value: '617 555 0103' },
    ]),
    ['617 555 0102, mobile', '617 555 0101, home', '617 555 0103'],
  );
  assert.deepEqual(phonesIn(undefined), []);
});

test('where somebody lives, in one line', () => {
  const address = { line: ['12 Oak St', 'Apt 3'], city: 'Lynn', state: 'MA', postalCode: '01901' };
  assert.equal(addressIn([address]), '12 Oak St, Apt 3, Lynn, MA 01901');
  assert.equal(addressIn([{ text: 'With her sister', ...address }]), 'With her sister');
});

test('a former or billing address is not where to look for anybody; a postal one only if there is no other', () => {
  const [old, postal, home] = [
    { use: 'old' as const, city: 'Old' },
    { type: 'postal' as const, city: 'Postal' },
    { city: 'Home' },
  ];
  assert.equal(addressIn([old, postal, home]), 'Home');
  assert.equal(addressIn([old, postal]), 'Postal');
  assert.equal(addressIn([old, { use: 'billing', city: 'Bill' }, { use: 'home' }]), null);
});
