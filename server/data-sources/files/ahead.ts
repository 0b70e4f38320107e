/** The same items, each being made while the one before is used. */
export async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let coming = items.next();
  for (;;) {
    const item = await coming;
    if (item.done) return;
    coming = items.next();
    // Met where it is awaited; until then it is nobody's fault.
    coming.catch(() => undefined);
    yield item.value;
  }
}
