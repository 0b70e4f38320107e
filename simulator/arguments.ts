import { parseArgs, type ParseArgsConfig } from 'node:util';
import { calendarDay, isoDate } from './model/calendar-day.ts';
import { SCENARIO_NAMES, type ScenarioName } from './model/scenario.ts';
import { HOME_ZONE, localInstant } from './model/local-time.ts';

export interface Arguments {
  port: number;
  clients: number;
  seed: number;
  start: number;
  speed: number;
  journal: string | null;
  scenario: ScenarioName;
}

export interface ExportArguments {
  folder: string;
  /** Clients ever admitted, past ones included. */
  total: number;
  seed: number;
  start: number;
  scenario: ScenarioName;
}

const ABOUT_THE_CLINIC = {
  seed: { type: 'string', default: '1' },
  today: { type: 'string' },
  scenario: { type: 'string', default: 'as-usual' },
} as const;

const OPENS_AT = 8 * 60 + 2;
const FIRST_DAY = '2024-09-02';
const LAST_DAY = '2034-12-31';

/** A value that cannot be used, said in one sentence. */
export class ArgumentProblem extends Error {}

export function readArguments(
  given: string[],
  environment: { CLOCK?: string },
  realTime: number,
): Arguments {
  const values = parse(given);
  return {
    port: number('--port', values.port, 1, 65_535, true),
    clients: number('--clients', values.clients, 1, 20_000, true),
    seed: number('--seed', values.seed, 0, 2 ** 31 - 1, true),
    speed: number('--speed', values.speed, 0.001, 100_000, false),
    start: startOf(values.today, environment.CLOCK, realTime),
    journal: values.journal ?? null,
    scenario: scenarioNamed(values.scenario),
  };
}

export function readExportArguments(
  given: string[],
  environment: { CLOCK?: string },
  realTime: number,
): ExportArguments {
  const { values, positionals } = parsed({
    args: given,
    allowPositionals: true,
    options: { total: { type: 'string', default: '1000' }, ...ABOUT_THE_CLINIC },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) {
    throw new ArgumentProblem('export needs one folder to write to, as in: export clinic-files');
  }
  return {
    folder,
    total: number('--total', values.total, 1, 100_000, true),
    seed: number('--seed', values.seed, 0, 2 ** 31 - 1, true),
    start: startOf(values.today, environment.CLOCK, realTime),
    scenario: scenarioNamed(values.scenario),
  };
}

function parse(given: string[]) {
  return parsed({
    args: given,
    options: {
      port: { type: 'string', default: '4300' },
      clients: { type: 'string', default: '150' },
      speed: { type: 'string', default: '1' },
      journal: { type: 'string' },
      ...ABOUT_THE_CLINIC,
    },
  }).values;
}

/** What cannot be read is said in the parser's own first line. */
function parsed<C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new ArgumentProblem((error as Error).message.split('\n')[0]);
  }
}

function number(name: string, text: string, low: number, high: number, whole: boolean): number {
  const value = Number(text);
  if (
    text.trim() === '' ||
    !(value >= low && value <= high) ||
    (whole && !Number.isInteger(value))
  ) {
    const kind = whole ? 'a whole number' : 'a number';
    throw new ArgumentProblem(`${name} must be ${kind} from ${low} to ${high}, not "${text}".`);
  }
  return value;
}

function scenarioNamed(text: string): ScenarioName {
  const name = SCENARIO_NAMES.find((known) => known === text);
  if (name) return name;
  throw new ArgumentProblem(
    `--scenario must be one of ${SCENARIO_NAMES.join(', ')}, not "${text}".`,
  );
}

function startOf(today: string | undefined, clock: string | undefined, realTime: number): number {
  if (today !== undefined) {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(Date.parse(today));
    if (!isDate || isoDate(calendarDay(today)) !== today) {
      throw new ArgumentProblem(`--today must be a date such as 2026-11-16, not "${today}".`);
    }
    return within('--today', today, localInstant(HOME_ZONE, calendarDay(today), OPENS_AT));
  }
  if (!clock) return within('The time of this machine', 'now', realTime);
  const instant = /T.*(Z|[+-]\d{2}:\d{2})$/.test(clock) ? Date.parse(clock) : NaN;
  if (Number.isNaN(instant)) {
    throw new ArgumentProblem(
      `CLOCK must be an instant such as 2026-11-16T13:02:00Z, not "${clock}".`,
    );
  }
  return within('CLOCK', clock, instant);
}

function within(name: string, text: string, instant: number): number {
  const first = localInstant(HOME_ZONE, calendarDay(FIRST_DAY), OPENS_AT);
  const last = localInstant(HOME_ZONE, calendarDay(LAST_DAY), 24 * 60);
  if (instant >= first && instant < last) return instant;
  throw new ArgumentProblem(
    `${name} must lie between ${FIRST_DAY} and ${LAST_DAY}, not "${text}".`,
  );
}
