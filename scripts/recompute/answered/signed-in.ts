import { ask } from '../source/ask.ts';

/** A server as one person sees it. */
export class SignedIn {
  private readonly url: string;
  private readonly cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async as(url: string, persona: string): Promise<SignedIn> {
    const answer = await ask(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}`);
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    return new SignedIn(url, cookie.join('; '));
  }

  async get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
    const address = `${this.url}${path}?${new URLSearchParams(query)}`;
    const answer = await ask(address, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return (await answer.json()) as T;
  }

  post(path: string, body: unknown): Promise<void> {
    return this.send('POST', path, body);
  }

  put(path: string, body: unknown): Promise<void> {
    return this.send('PUT', path, body);
  }

  private async send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<void> {
    const answer = await ask(`${this.url}${path}`, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
}
