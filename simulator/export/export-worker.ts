import { parentPort, workerData } from 'node:worker_threads';
import { RecordArchive } from '../fhir/record-archive.ts';
import { buildClinic } from '../model/clinic.ts';
import type { ScenarioName } from '../model/scenario.ts';
import { exportPart, type Part } from './export-part.ts';

export interface ClinicToExport {
  seed: number;
  clients: number;
  scenario: ScenarioName;
  instant: number;
  folder: string;
}

/** A thread that knows the whole clinic, and writes the parts of it that it is given. */
const { seed, clients, scenario, instant, folder } = workerData as ClinicToExport;
const archive = new RecordArchive(buildClinic(seed, clients, scenario), {
  filesKept: 1,
  watchesChanges: false,
});
archive.extendTo(instant);

parentPort?.on('message', (part: Part) => {
  parentPort?.postMessage(exportPart(archive, instant, part, folder));
});
