/**
 * The last of what was put in: so many surely, twice as many at most. Whole generations leave, for a map whose oldest entry is taken
 * out each time searches longer and longer for it.
 */
export class Recent<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  readonly #sure: number;

  constructor(sure: number) {
    this.#sure = sure;
  }

  get(key: string): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  put(key: string, value: Value): void {
    if (this.#young.size >= this.#sure && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
