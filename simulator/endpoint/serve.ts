import { ArgumentProblem, type Arguments } from '../arguments.ts';
import { buildClinic } from '../model/clinic.ts';
import { HOME_ZONE, localIso } from '../model/local-time.ts';
import { runningClock } from './clock.ts';
import { buildEndpoint } from './endpoint.ts';
import { Journal } from './journal.ts';
import { clearAwayEarly } from './clear-away-early.ts';

/** Opens the clinic's endpoint, and says where it is and how many are in treatment. */
export async function serve(given: Arguments): Promise<void> {
  clearAwayEarly();
  const { port, clients, seed, start, speed, journal, scenario } = given;
  const clock = runningClock(start, speed);
  const app = buildEndpoint({
    clinic: buildClinic(seed, clients, scenario),
    clock,
    journal: new Journal(journal),
  });
  await app.listen({ port, host: '127.0.0.1' }).catch((error: NodeJS.ErrnoException) => {
    const busy = error.code === 'EADDRINUSE';
    throw busy ? new ArgumentProblem(`Port ${port} is in use; choose another with --port.`) : error;
  });
  const census = await app.inject('/fhir/EpisodeOfCare?status=active,onhold&_summary=count');
  const time = localIso(HOME_ZONE, clock.now()).slice(0, 16).replace('T', ' ');
  const { total } = census.json<{ total: number }>();
  console.log(
    `Simulated clinic on http://localhost:${port}/fhir, ${time}, ${total} active clients`,
  );
}
