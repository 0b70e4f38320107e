import { parseArgs } from 'node:util';
import { startClinicToCheck, untilRead } from '../recompute/clinic-to-check.ts';
import { DirectorView } from './director-view.ts';
import { printQuiet, printSaid, printWords } from './print.ts';
import { type QuietCharts, quietCharts } from './quiet-charts.ts';
import { type Said, saidOf } from './what-is-said.ts';

const planted = [
  'as-usual',
  'one-site-stops-recording',
  'one-group-loses-people',
  'one-track-retains-worse',
];
const quiet = 'nothing-differs';

const { values: options } = parseArgs({
  options: {
    scenario: { type: 'string', multiple: true },
    clock: { type: 'string', default: '2026-11-18T13:02:00Z' },
    clients: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    /** So many clinics of each scenario, from that seed on. */
    seeds: { type: 'string', default: '1' },
    /** So many clinics in which nothing differs, of which the charts alone are looked at. */
    'quiet-runs': { type: 'string', default: '0' },
  },
});

const first = Number(options.seed);
const seeds = Array.from({ length: Number(options.seeds) }, (_, index) => first + index);
const runs = Number(options['quiet-runs']);
const scenarios = options.scenario ?? (runs > 0 ? [] : [...planted, quiet]);
const said: (Said & { seed: number })[] = [];

for (const scenario of scenarios) {
  for (const seed of seeds) {
    await lookedAt(scenario, seed, async (view) => {
      const rows = (await saidOf(scenario, view)).map((row) => ({ seed, ...row }));
      printWords(rows);
      said.push(...rows);
    });
  }
}
if (said.length > 0) printSaid(said);

const charts: QuietCharts[] = [];
for (let run = 0; run < runs; run += 1) {
  const { clock, clients } = options;
  charts.push(...(await quietCharts({ clock, clients, seed: first + run, scenario: quiet })));
  if ((run + 1) % 10 === 0) console.log(`${run + 1} of ${runs} quiet clinics looked at`);
}
if (charts.length > 0) printQuiet(charts);

/** A clinic of its own, read whole, and gone afterwards. */
async function lookedAt(
  scenario: string,
  seed: number,
  look: (view: DirectorView) => Promise<void>,
): Promise<void> {
  const { clock, clients } = options;
  const clinic = await startClinicToCheck({ clock, clients, seed: `${seed}`, scenario });
  try {
    await untilRead(clinic.serverUrl);
    await look(await DirectorView.of(clinic.serverUrl));
  } finally {
    await clinic.stop();
  }
}
