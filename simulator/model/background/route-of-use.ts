import { Draws } from '../draws.ts';
import type { Substance } from './substance.ts';

/** TEDS: 1 oral, 2 smoking, 3 inhalation, 4 injection. */
const ROUTES: Record<Substance, readonly (readonly [route: number, weight: number])[]> = {
  alcohol: [[1, 1]],
  heroin: [
    [4, 0.48],
    [3, 0.34],
    [2, 0.18],
  ],
  'other-opiates': [
    [1, 0.74],
    [3, 0.16],
    [4, 0.1],
  ],
  methamphetamine: [
    [2, 0.62],
    [4, 0.29],
    [3, 0.09],
  ],
  marijuana: [
    [2, 0.93],
    [1, 0.07],
  ],
  cocaine: [
    [3, 0.5],
    [2, 0.41],
    [4, 0.09],
  ],
  benzos: [[1, 1]],
};

/** How the primary substance is used; drawn apart, so that it changes nothing that happens. */
export const routeOfUse = (seed: number, client: number, primary: Substance): number =>
  new Draws(seed, 'route', client).weighted(ROUTES[primary]);
