import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureSource } from '../server/data-sources/sources.queries.ts';
import { caseloadCall } from './caseload-call.ts';
import { clientPage } from './client-page.ts';
import { copyClinic } from './copy-clinic.ts';
import { dashboardPage } from './dashboard-page.ts';
import { exportedClinic } from './exported-clinic.ts';
import { importRates } from './import-rate.ts';
import { longList } from './long-list.ts';
import { measureCalls } from './measure-call.ts';
import { type EmptyDatabase, emptyDatabases } from './empty-database.ts';
import { firstStart, historyComplete } from './first-start.ts';
import { overYears } from './over-years.ts';
import { printResults, type Result } from './result.ts';
import { rollupChanges } from './rollup-changes.ts';
import { simulatedPages } from './simulated-pages.ts';
import type { Page } from '../server/fhir/client.ts';
import { takeInPages } from './take-in-pages.ts';

const clinicNow = new Date('2026-11-18T13:02:00Z');
const clientsTakenIn = 100;
const clientsImported = 700;

const { large, measures } = parseArgs({
  options: { large: { type: 'boolean', default: false }, measures: { type: 'string' } },
}).values;
const results: Result[] = [];

if (measures !== undefined) {
  printResults(await overYears(Number(measures), clinicNow));
  process.exit();
}
await measureStart();
await measureImport();
const pages = await simulatedPages(clinicNow, clientsTakenIn);
for (const open of emptyDatabases) {
  const empty = await open();
  if (typeof empty === 'string') {
    console.log(`PostgreSQL is left out: ${empty}`);
    continue;
  }
  try {
    await measureDatabase(empty, pages);
  } finally {
    await empty.close();
  }
}
printResults(results);
if (!large) console.log('With 10,000 clients and the whole history: npm run bench -- --large');
console.log(
  'Measures alone, of 100,000 clients over ten years on PostgreSQL: npm run bench -- --measures 100000',
);

async function measureImport(): Promise<void> {
  const exported = await exportedClinic(clinicNow, clientsImported);
  try {
    results.push(...(await importRates(exported.folder, clinicNow)));
  } finally {
    exported.remove();
  }
}

async function measureStart(): Promise<void> {
  const { clinic, results: started } = await firstStart(clinicNow);
  try {
    results.push(...started);
    // What a page takes while years are still being read behind it says nothing of the page.
    results.push(await historyComplete(clinic));
    if (existsSync(join(import.meta.dirname, '../dist/app/index.html'))) {
      results.push(...(await dashboardPage(clinic.serverUrl)));
      results.push(...(await longList(clinic.serverUrl)));
    } else {
      console.log('The dashboard is left out, it is not built: npm start builds it.');
    }
  } finally {
    await clinic.stop();
  }
}

/** Taken in as the sync does; what is more than that are copies of its rows, made in plain SQL. */
async function measureDatabase(
  { name, database }: EmptyDatabase,
  pages: readonly Page[],
): Promise<void> {
  const from = { name: 'Simulated clinic', baseUrl: 'http://localhost/fhir', simulated: true };
  const source = await ensureSource(database, from);
  await takeInPages(database, source, pages, clinicNow);
  results.push(await rollupChanges(database, source, name));
  await copyClinic(database, 1000 / clientsTakenIn - 1);
  await measureCallsOf(`1,000 clients, ${name}`);
  results.push(...(await clientPage(database, source, clinicNow, `1,000 clients, ${name}`)));
  if (!large) return;
  await copyClinic(database, 9);
  await measureCallsOf(`10,000 clients, ${name}`);

  async function measureCallsOf(about: string): Promise<void> {
    results.push(...(await caseloadCall(database, source, clinicNow, about)));
    results.push(...(await measureCalls(database, source, clinicNow, about)));
  }
}
