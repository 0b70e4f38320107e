export interface Clock {
  now(): number;
}

/** A clock that shows `start` now and runs `speed` times as fast as the machine's. */
export function runningClock(start: number, speed: number): Clock {
  const began = performance.now();
  return { now: () => Math.floor(start + (performance.now() - began) * speed) };
}
