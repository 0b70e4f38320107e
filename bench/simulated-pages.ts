import { slicesOf } from '../server/data-sources/slices.ts';
import { FhirClient, type Page } from '../server/fhir/client.ts';
import { freePort } from '../scripts/free-port.ts';
import { endServices, startService } from '../scripts/start/service.ts';
import { waitForAnswer } from '../scripts/start/wait-for-answer.ts';

const secondsToStart = 60;

/** What a first read takes before the history, of a simulated clinic that is gone afterwards. */
export async function simulatedPages(clinicNow: Date, clients: number): Promise<Page[]> {
  const port = await freePort();
  const url = `http://localhost:${port}/fhir`;
  const simulator = startService(
    'simulator',
    ['simulator/main.ts', '--port', `${port}`, '--clients', `${clients}`, '--seed', '1'],
    { ...process.env, CLOCK: clinicNow.toISOString() },
  );
  try {
    await waitForAnswer(`${url}/metadata`, AbortSignal.timeout(secondsToStart * 1000));
    const client = new FhirClient(url);
    const pages: Page[] = [];
    for (const { type, parameters } of slicesOf(clinicNow).filter(({ history }) => !history)) {
      for (let next: string | null = client.search(type, parameters); next;) {
        const page: Page = await client.page(next);
        pages.push(page);
        next = page.next;
      }
    }
    return pages;
  } finally {
    await endServices([simulator]);
  }
}
