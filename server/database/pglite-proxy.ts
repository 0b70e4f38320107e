import { Worker } from 'node:worker_threads';
import { copying } from './copying.ts';
import type { Request, WorkerSettings } from './pglite-worker.ts';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Result<Row> {
  rows: Row[];
  affectedRows?: number;
}
type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/** So many characters are copied in at once. */
const PART = 500_000;

/** A PGlite in a worker thread, with what Kysely's dialect asks of one. */
export class PGliteProxy {
  ready = false;
  closed = false;
  readonly waitReady: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(payload: string) => void>();
  private asked = 0;

  constructor(settings: WorkerSettings) {
    this.worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: settings,
    });
    this.waitReady = new Promise((resolve, reject) => {
      this.worker.once('error', reject);
      this.worker.on('message', (message: WorkerMessage) => {
        if ('ready' in message) {
          this.ready = true;
          resolve();
        } else if ('notified' in message) {
          for (const listener of this.listeners) listener(message.notified);
        } else {
          this.settle(message);
        }
      });
    });
    this.worker.on('error', (error: Error) => this.failAll(error));
  }

  query<Row>(text: string, values: unknown[] = []): Promise<Result<Row>> {
    const [first] = values;
    if (isParts(first)) return this.copyIn(text, first);
    return this.ask({ act: 'query', text, values }) as Promise<Result<Row>>;
  }

  /** In parts of their own, each made while the one before is taken in. */
  private async copyIn(text: string, parts: Generator<string>): Promise<Result<never>> {
    const { copy } = copying(text);
    const asked: Promise<Result<never>>[] = [];
    let part = '';
    const send = () => {
      const statement = asked.length === 0 ? text : copy;
      asked.push(this.ask({ act: 'query', text: statement, values: [part] }) as never);
    };
    for (const more of parts) {
      part += more;
      if (part.length < PART) continue;
      send();
      part = '';
    }
    if (part) send();
    const copied = await Promise.all(asked);
    return {
      rows: [],
      affectedRows: copied.reduce((sum, { affectedRows = 0 }) => sum + affectedRows, 0),
    };
  }

  /** Exclusive because Kysely hands out PGlite's one connection to one transaction at a time. */
  async transaction<T>(work: (transaction: this) => Promise<T>): Promise<T> {
    await this.script('BEGIN');
    try {
      const result = await work(this);
      await this.script('COMMIT');
      return result;
    } catch (error) {
      await this.script('ROLLBACK');
      throw error;
    }
  }

  /** Several statements in one text, without values. */
  async script(text: string): Promise<void> {
    await this.ask({ act: 'script', text });
  }

  async listen(channel: string, listener: (payload: string) => void): Promise<void> {
    this.listeners.add(listener);
    await this.ask({ act: 'listen', channel });
  }

  /** Writes the whole database into a file, from which another can begin. */
  async dump(path: string): Promise<void> {
    await this.ask({ act: 'dump', path });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.ask({ act: 'close' });
    await this.worker.terminate();
  }

  private ask(request: Ask): Promise<unknown> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...request, id });
    });
  }

  private settle({ id, result, error }: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(Object.assign(new Error(error.message), error));
    else waiting?.resolve(result);
  }

  private failAll(error: Error): void {
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
  }
}

interface Answer {
  id: number;
  result?: unknown;
  error?: { message: string; code?: string };
}
type WorkerMessage = { ready: true } | { notified: string } | Answer;

const isParts = (value: unknown): value is Generator<string> =>
  typeof value === 'object' && value !== null && 'next' in value;
