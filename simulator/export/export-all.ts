import type { ExportArguments } from '../arguments.ts';
import { clinicOfTotal } from './clinic-of-total.ts';
import { exportClinic } from './export-clinic.ts';

/** Writes a clinic of the size asked for, and says what was written. */
export async function exportAll(given: ExportArguments): Promise<void> {
  const { folder, total, seed, start, scenario } = given;
  const began = performance.now();
  const clinic = clinicOfTotal(seed, total, start, scenario);
  const resources = await exportClinic(clinic, start, total, folder);
  for (const [type, count] of resources) console.log(`${String(count).padStart(9)} ${type}`);
  const all = [...resources.values()].reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - began) / 1_000;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const rate = Math.round(all / seconds);
  console.log(
    `${all} resources of ${total} clients in ${seconds.toFixed(0)} s, ${rate} a second, at most ${memory} MB`,
  );
}
