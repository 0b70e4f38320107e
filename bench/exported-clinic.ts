import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ExportedClinic {
  folder: string;
  remove: () => void;
}

/** A simulated clinic as NDJSON files, of so many clients ever admitted. */
export async function exportedClinic(clinicNow: Date, total: number): Promise<ExportedClinic> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-export-'));
  const today = clinicNow.toISOString().slice(0, 10);
  await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, '../simulator/main.ts'),
    ...['export', folder, '--total', String(total), '--seed', '1', '--today', today],
  ]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
