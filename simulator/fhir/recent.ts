/** Keeps what was asked for lately, so that memory stays flat however many there are. */
export class Recent<Key, Value> {
  private readonly entries = new Map<Key, Value>();
  private readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get(key: Key, make: () => Value): Value {
    let value = this.entries.get(key);
    if (value === undefined) {
      value = make();
      if (this.entries.size >= this.capacity) {
        const [oldest] = this.entries.keys();
        this.entries.delete(oldest);
      }
    } else {
      this.entries.delete(key);
    }
    this.entries.set(key, value);
    return value;
  }

  forget(key: Key): void {
    this.entries.delete(key);
  }
}
