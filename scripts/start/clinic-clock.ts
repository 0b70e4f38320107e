import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clinicMorning } from './clinic-morning.ts';

/** Where the demo's clock starts: never before an instant that its data folder has already seen. */
export function clinicClock(dataFolder: string, now: Date): Date {
  const morning = clinicMorning(now);
  const remembered = rememberedClock(dataFolder);
  return remembered && remembered > morning ? remembered : morning;
}

/** The server writes the instant it has come to, so that a restart does not undo the day. */
function rememberedClock(dataFolder: string): Date | undefined {
  let written: string;
  try {
    written = readFileSync(join(dataFolder, 'clinic-clock'), 'utf8').trim();
  } catch {
    return undefined;
  }
  const instant = new Date(written);
  if (Number.isNaN(instant.getTime())) {
    throw new Error(`${join(dataFolder, 'clinic-clock')} holds '${written}', which is no instant.`);
  }
  return instant;
}
