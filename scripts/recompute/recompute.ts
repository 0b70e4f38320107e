import { parseArgs } from 'node:util';
import { AnsweredCaseloads } from './answered-caseloads.ts';
import { ClinicRecords } from './clinic-records.ts';
import { type ClinicToCheck, healthOf, startClinicToCheck, untilRead } from './clinic-to-check.ts';
import { type Comparison, differencesOf } from './differences-of.ts';
import { instantsToCheck } from './instants-to-check.ts';
import { RecomputedCaseloads } from './recomputed-caseloads.ts';

const rounds = 5;

const { values: options } = parseArgs({
  options: {
    fhir: { type: 'string' },
    server: { type: 'string' },
    clock: { type: 'string', default: '2026-11-18T13:02:00Z' },
    clients: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    shown: { type: 'string', default: '20' },
  },
});

const clinic: ClinicToCheck =
  options.fhir && options.server
    ? { fhirUrl: options.fhir, serverUrl: options.server, stop: () => Promise.resolve() }
    : await startClinicToCheck(options);
try {
  const table = await compareAll(clinic);
  console.table(
    table.map(({ differences, ...row }) => ({ ...row, differences: differences.length })),
  );
  const differences = table.flatMap(({ counselor, asOf, differences: found }) =>
    found.map((one) => `${counselor}, ${asOf}: ${one}`),
  );
  for (const difference of differences.slice(0, Number(options.shown))) console.log(difference);
  const values = table.reduce((sum, row) => sum + row.values, 0);
  console.log(`${values} values compared, ${differences.length} differences`);
  process.exitCode = differences.length === 0 && values > 0 ? 0 : 1;
} finally {
  await clinic.stop();
}

/** The clinic goes on while it is read: asks again until nothing changed between both readings. */
async function compareAll({ fhirUrl, serverUrl }: ClinicToCheck): Promise<Row[]> {
  await untilRead(serverUrl);
  const records = new ClinicRecords(fhirUrl);
  await records.read((await healthOf(serverUrl)).now);
  console.log(`${records.size} resources read from ${fhirUrl}`);
  for (let round = 1; round <= rounds; round += 1) {
    const { now } = await healthOf(serverUrl);
    await records.read(now);
    await untilRead(serverUrl, now);
    const table = await compareNow(records, serverUrl, Date.parse(now));
    const { now: after } = await healthOf(serverUrl);
    if ((await records.read(after)) === 0) return table;
  }
  throw new Error(`The clinic changed during each of ${rounds} rounds: try again.`);
}

interface Row extends Comparison {
  counselor: string;
  site: string;
  asOf: string;
  why: string;
}

async function compareNow(records: ClinicRecords, serverUrl: string, now: number): Promise<Row[]> {
  const recomputed = new RecomputedCaseloads(records);
  const answered = await AnsweredCaseloads.signIn(serverUrl);
  const counselors = recomputed.busiestOfEachSite(now);
  const table: Row[] = [];
  for (const { name, site, timeZone } of counselors) {
    const id = await answered.counselorId(name);
    const end = recomputed.endWithoutOutcome(name, now - 25 * 3_600_000);
    for (const { instant, why } of instantsToCheck(now, timeZone, end)) {
      const compared = differencesOf(recomputed.of(name, instant), await answered.of(id, instant));
      table.push({
        counselor: name,
        site,
        asOf: new Date(instant).toISOString(),
        why,
        ...compared,
      });
    }
  }
  return table;
}
