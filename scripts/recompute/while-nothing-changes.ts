import { type RunningClinic, healthOf, untilRead } from './clinic-to-check.ts';
import type { ClinicRecords } from './source/clinic-records.ts';

const rounds = 5;

/** The clinic goes on while it is read: asks again until nothing changed between both readings. */
export async function whileNothingChanges<T>(
  { serverUrl }: RunningClinic,
  records: ClinicRecords,
  compare: (now: number) => Promise<T>,
): Promise<T> {
  for (let round = 1; round <= rounds; round += 1) {
    const { now } = await healthOf(serverUrl);
    await records.read(now);
    await untilRead(serverUrl, now);
    const compared = await compare(Date.parse(now));
    const { now: after } = await healthOf(serverUrl);
    if ((await records.read(after)) === 0) return compared;
  }
  throw new Error(`The clinic changed during each of ${rounds} rounds: try again.`);
}
