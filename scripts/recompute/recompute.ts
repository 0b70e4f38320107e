import { parseArgs } from 'node:util';
import { checkOwn, checkRunning, type ClinicChecked, parts } from './check-clinic.ts';
import { printDifferences, printParts, printSeed, printTotal } from './print.ts';

const { values: options } = parseArgs({
  options: {
    fhir: { type: 'string' },
    server: { type: 'string' },
    clock: { type: 'string', default: '2026-11-18T13:02:00Z' },
    clients: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** So many clinics, small ones, from that seed on. */
    seeds: { type: 'string', default: '1' },
    /** One part of it, which takes a quarter of the time. */
    only: { type: 'string', default: 'everything' },
    shown: { type: 'string', default: '20' },
  },
});

const { fhir, server, clock } = options;
const [first, many] = [Number(options.seed), Number(options.seeds)];
const shown = Number(options.shown);
const part = parts.find((one) => one === options.only);
if (!part) throw new Error(`--only is one of ${parts.join(', ')}, not ${options.only}.`);
const checked: ClinicChecked[] = [];

if (fhir && server) checked.push(await checkRunning({ fhirUrl: fhir, serverUrl: server }));
else if (many === 1)
  checked.push(
    await checkOwn({ clock, clients: options.clients ?? '150', seed: options.seed }, part),
  );
const [alone] = checked;
if (alone) {
  printParts(alone);
  printDifferences(alone, shown);
}

for (let seed = first; !alone && seed < first + many; seed += 1) {
  const began = performance.now();
  const one = await checkOwn({ clock, clients: options.clients ?? '8', seed: `${seed}` }, part);
  checked.push(one);
  printSeed(seed, one, (performance.now() - began) / 1000);
  printDifferences(one, shown);
}
process.exitCode = printTotal(checked) ? 0 : 1;
