import { setFlagsFromString } from 'node:v8';

/**
 * Every page makes records that nobody needs once it is sent. Left alone, V8 lets new objects grow
 * to 128 MB before it clears them away, and what it took for lasting to several times of what lasts;
 * told otherwise it clears them as they come, for about a sixth more time.
 */
export function clearAwayEarly(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=40');
}
