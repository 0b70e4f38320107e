/** An answer, whose status the caller judges; for requests that may be sent twice. */
export async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    // A connection that was kept open may have been closed from the other end while we reckoned.
    return fetch(url, init);
  }
}
