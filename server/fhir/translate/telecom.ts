import type { Address, ContactPoint } from 'fhir/r4';

/** Numbers to call or text, the preferred one first, each with what it is: '617 555 0101, mobile'. */
export function phonesIn(telecom: readonly ContactPoint[] | undefined): string[] {
  return (telecom ?? [])
    .filter(({ system, use, value }) => isPhone(system) && use !== 'old' && value?.trim())
    .toSorted((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST))
    .map(({ value, use }) => [value?.trim(), use].filter(Boolean).join(', '));
}

const LAST = Number.POSITIVE_INFINITY;

const isPhone = (system: ContactPoint['system']): boolean => system === 'phone' || system === 'sms';

/** Where somebody lives, in one line; a billing or former address is not where to look for anybody. */
export function addressIn(addresses: readonly Address[] | undefined): string | null {
  const lived = (addresses ?? []).filter(({ use }) => use !== 'old' && use !== 'billing');
  const found = lived.find(({ type }) => type !== 'postal') ?? lived[0];
  if (!found) return null;
  const { text, line, city, state, postalCode } = found;
  const place = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean);
  return text ?? ([...(line ?? []), ...place].join(', ') || null);
}
