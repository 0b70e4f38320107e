const stringHashes = new Map<string, number>();

function mix(key: number, value: number): number {
  let scrambled = Math.imul(value, 0xcc9e2d51);
  scrambled = (scrambled << 15) | (scrambled >>> 17);
  let mixed = key ^ Math.imul(scrambled, 0x1b873593);
  mixed = (mixed << 13) | (mixed >>> 19);
  return (Math.imul(mixed, 5) + 0xe6546b64) | 0;
}

function finish(key: number): number {
  let hash = key;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashOf(text: string): number {
  let hash = stringHashes.get(text);
  if (hash === undefined) {
    hash = 0;
    for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
    stringHashes.set(text, hash);
  }
  return hash;
}

/**
 * Random draws that depend on nothing but the seed, what they are for and their place in the
 * sequence (Murmur3's mixing), so that one client's draws never shift another's.
 */
export class Draws {
  private readonly key: number;
  private count = 0;

  constructor(seed: number, ...purpose: (string | number)[]) {
    let key = mix(0x9747b28c, seed);
    for (const part of purpose) key = mix(key, typeof part === 'string' ? hashOf(part) : part);
    this.key = key;
  }

  /** Uniform in [0, 1). */
  next(): number {
    return finish(mix(this.key, ++this.count)) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)];
  }

  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices[choices.length - 1][0];
  }
}
