/** What the server was asked to be. */
export interface Environment {
  port: number;
  dataDir: string;
  databaseUrl: string | null;
  source: { baseUrl: string; simulated: boolean };
  pollSeconds: number;
  /** Personas stand in for a sign-in provider. */
  demoSignIn: boolean;
  clockStartsAt: Date | null;
  logLevel: string;
}

/** A value that cannot be worked with; the message is the one sentence that says which and why. */
export class WrongSetting extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the environment, or refuses it; an empty setting is one that nobody set. `SIMULATED_FHIR_URL`
 * is set by `npm start` alone.
 */
export function readEnvironment(given: Record<string, string | undefined>): Environment {
  const env: Env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const real = env['SOURCE_FHIR_URL'];
  const baseUrl = real ?? env['SIMULATED_FHIR_URL'];
  if (!baseUrl) {
    throw new WrongSetting(
      'SOURCE_FHIR_URL is not set: name a FHIR R4 endpoint, or use `npm start`, which brings a simulated clinic.',
    );
  }
  const demoSignIn = real === undefined || env['DEMO_SIGN_IN'] === 'loopback';
  if (env['DEMO_SIGN_IN'] && env['DEMO_SIGN_IN'] !== 'loopback') {
    throw new WrongSetting(`DEMO_SIGN_IN is '${env['DEMO_SIGN_IN']}': only 'loopback' is known.`);
  }
  if (!demoSignIn) {
    throw new WrongSetting(
      'SOURCE_FHIR_URL names a real source and there is no sign-in: this version knows no sign-in provider yet, so set DEMO_SIGN_IN=loopback to try the source with personas, on this machine only.',
    );
  }
  if (real && env['CLOCK'])
    throw new WrongSetting('CLOCK is refused with a real source: its time is the real time.');
  return {
    port: whole(env, 'PORT', 4200, 0, 65_535),
    dataDir: env['DATA_DIR'] ?? '.data',
    databaseUrl: env['DATABASE_URL']
      ? address(env, 'DATABASE_URL', ['postgres:', 'postgresql:'])
      : null,
    source: { baseUrl: sourceAddress({ ...env, SOURCE_FHIR_URL: baseUrl }), simulated: !real },
    pollSeconds: whole(env, 'SOURCE_FHIR_POLL_SECONDS', real ? 30 : 5, 1, 86_400),
    demoSignIn,
    clockStartsAt: env['CLOCK'] ? instant(env, 'CLOCK') : null,
    logLevel: oneOf(env, 'LOG_LEVEL', 'warn', LOG_LEVELS),
  };
}

type Env = Record<string, string | undefined>;

function whole(env: Env, name: string, fallback: number, least: number, most: number): number {
  const text = env[name] ?? String(fallback);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new WrongSetting(
      `${name} is '${text}': a whole number from ${least} to ${most} is needed.`,
    );
  }
  return value;
}

function address(env: Env, name: string, protocols: readonly string[]): string {
  const text = env[name] ?? '';
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (!protocols.includes(protocol)) {
    // Not the value itself: it may hold a password.
    throw new WrongSetting(
      `${name} is not an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  }
  return text;
}

/** It is shown on pages and in the log, and no request can be sent to one with a password in it. */
function sourceAddress(env: Env): string {
  const text = address(env, 'SOURCE_FHIR_URL', ['http:', 'https:']);
  const { username, password } = new URL(text);
  if (username || password) {
    throw new WrongSetting(
      'SOURCE_FHIR_URL holds a user name or a password: an address without one is needed.',
    );
  }
  return text;
}

function instant(env: Env, name: string): Date {
  const at = new Date(env[name] ?? '');
  // Without a zone it would be another instant on another machine.
  if (Number.isNaN(at.getTime()) || !/T.*(Z|[+-]\d{2}:\d{2})$/.test(env[name] ?? '')) {
    throw new WrongSetting(
      `${name} is '${env[name]}': an instant such as 2026-11-18T13:02:00Z is needed.`,
    );
  }
  return at;
}

function oneOf(env: Env, name: string, fallback: string, known: readonly string[]): string {
  const value = env[name] ?? fallback;
  if (!known.includes(value))
    throw new WrongSetting(`${name} is '${value}': one of ${known.join(', ')} is needed.`);
  return value;
}
