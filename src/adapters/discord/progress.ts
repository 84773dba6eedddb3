/**
 * How far of a numbered sequence everything is done. What is begun may end in any order; `committed` is the last number up to
 * which nothing is open, so that whoever goes on after it loses nothing.
 */
export class Progress {
  #committed: number;
  #latest: number;
  #open = new Set<number>();
  /** Ended, while an earlier one is open. */
  #ahead = new Set<number>();

  constructor(committed: number) {
    this.#committed = committed;
    this.#latest = committed;
  }

  get committed(): number {
    return this.#committed;
  }

  /** False where this number was begun before: it is being told again. */
  begin(number: number): boolean {
    if (number <= this.#committed || this.#open.has(number) || this.#ahead.has(number)) return false;
    this.#latest = Math.max(this.#latest, number);
    this.#open.add(number);
    return true;
  }

  end(number: number): void {
    if (!this.#open.delete(number)) return;
    this.#ahead.add(number);
    let first = this.#latest + 1;
    for (const open of this.#open) first = Math.min(first, open);
    this.#committed = first - 1;
    for (const done of this.#ahead) if (done <= this.#committed) this.#ahead.delete(done);
  }
}
