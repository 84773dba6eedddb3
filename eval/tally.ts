interface Count {
  hits: number;
  extra: number;
  missed: number;
}

/** Counts what was right, what was said too much and what was missed, by name. */
export class Tally {
  readonly #counts = new Map<string, Count>();

  #of(name: string): Count {
    const count = this.#counts.get(name) ?? { hits: 0, extra: 0, missed: 0 };
    this.#counts.set(name, count);
    return count;
  }

  /** Something that is so or not so; true where both agree. */
  same(name: string, gold: boolean, said: boolean): boolean {
    const count = this.#of(name);
    if (gold && said) count.hits += 1;
    if (!gold && said) count.extra += 1;
    if (gold && !said) count.missed += 1;
    return gold === said;
  }

  /** A set in which things may stand twice; true where both are equal. */
  items(name: string, gold: readonly string[], said: readonly string[]): boolean {
    const left = [...said];
    let hits = 0;
    for (const item of gold) {
      const at = left.indexOf(item);
      if (at < 0) continue;
      left.splice(at, 1);
      hits += 1;
    }
    const count = this.#of(name);
    count.hits += hits;
    count.extra += left.length;
    count.missed += gold.length - hits;
    return left.length === 0 && hits === gold.length;
  }

  /** One text that may be absent: a wrong one is both said too much and missed. */
  one(name: string, gold: string | null, said: string | null, agree: (gold: string, said: string) => boolean): boolean {
    const count = this.#of(name);
    const right = gold !== null && said !== null && agree(gold, said);
    if (right) count.hits += 1;
    if (said !== null && !right) count.extra += 1;
    if (gold !== null && !right) count.missed += 1;
    return right || (gold === null && said === null);
  }

  hit(name: string, right: boolean): void {
    const count = this.#of(name);
    if (right) count.hits += 1;
    else count.missed += 1;
  }

  add(name: string): void {
    this.#of(name).hits += 1;
  }

  sum(name: string): number {
    return this.#of(name).hits;
  }

  share(name: string): number | null {
    const { hits, missed } = this.#of(name);
    return percent(hits, hits + missed);
  }

  precision(name: string): number | null {
    const { hits, extra } = this.#of(name);
    return percent(hits, hits + extra);
  }

  recall(name: string): number | null {
    const { hits, missed } = this.#of(name);
    return percent(hits, hits + missed);
  }

  f1(name: string): number | null {
    const { hits, extra, missed } = this.#of(name);
    return percent(2 * hits, 2 * hits + extra + missed);
  }
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((1000 * part) / whole) / 10);
