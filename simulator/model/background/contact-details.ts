import { Draws } from '../draws.ts';
import type { Site } from '../program-map.ts';

/** Where somebody can be called, and where they live. */
export interface ContactDetails {
  /** The preferred one first. */
  phones: { number: string; use: 'mobile' | 'home' }[];
  /** Street and number; `null` of who has no fixed address. */
  line: string | null;
}

const AREA: Record<string, string> = { CT: '203', NY: '518', WI: '414' };
const STREETS = ['Alder', 'Birch', 'Cedar', 'Chestnut', 'Elm', 'Laurel', 'Maple', 'Spruce'];

/** TEDS, living arrangement. */
const HOMELESS = 1;

/** Drawn apart from everything else: who can be reached changes nothing that happens. */
export function contactDetails(
  seed: number,
  who: readonly ['client' | 'support', number] | readonly ['asking', number, string],
  site: Site,
  livingArrangement?: number,
): ContactDetails {
  const draws = new Draws(seed, 'contact', ...who);
  const area = AREA[site.state] ?? '617';
  const phones: ContactDetails['phones'] = [];
  if (draws.chance(0.94)) phones.push({ number: fictional(area, draws), use: 'mobile' });
  if (draws.chance(0.18)) phones.push({ number: fictional(area, draws), use: 'home' });
  const line = `${draws.whole(2, 480)} ${draws.pick(STREETS)} Street`;
  return { phones, line: livingArrangement === HOMELESS ? null : line };
}

/** 555-0100 to 555-0199 belong to nobody in any area (ATIS, Central Office Code guidelines). */
const fictional = (area: string, draws: Draws): string =>
  `${area} 555 01${String(draws.whole(0, 99)).padStart(2, '0')}`;
