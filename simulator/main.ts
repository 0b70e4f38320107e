import { ArgumentProblem, readArguments } from './arguments.ts';
import { runningClock } from './endpoint/clock.ts';
import { buildEndpoint } from './endpoint/endpoint.ts';
import { Journal } from './endpoint/journal.ts';
import { buildClinic } from './model/clinic.ts';
import { HOME_ZONE, localIso } from './model/local-time.ts';

try {
  await main();
} catch (error) {
  if (!(error instanceof ArgumentProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { port, clients, seed, start, speed, journal, scenario } = readArguments(
    process.argv.slice(2),
    process.env,
    Date.now(),
  );
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
