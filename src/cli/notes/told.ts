import { restSeconds } from '#core/notes/model/calls/breaker.ts';
import { degradedWords } from '#core/notes/model/second.cards.ts';
import type { NoAnswer } from '#core/notes/model/second.ts';
import { words } from '#core/text/words.ts';
import type { Read } from './reader.ts';

/** Tells whoever looks on where a model that should read along does not, and in the end how often and why. */
export class Told {
  readonly #tell: (text: string) => void;
  readonly #alone = new Map<NoAnswer['reason'], number>();
  #notes = 0;
  #rests = false;

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  hear(line: number, { degraded, because = null, asked }: Read): void {
    this.#notes += 1;
    if (degraded) this.#alone.set(degraded, (this.#alone.get(degraded) ?? 0) + 1);
    const rests = degraded === 'breaker_open';
    // a note that nobody was asked about, or a try that failed, ends no rest
    if (this.#rests && (degraded !== null || !asked)) return;
    const why = degradedWords({ reason: 'breaker_open', because }, english);
    if (rests)
      this.#tell(`line ${line}: ${why}. The rules read the next notes at once; every ${restSeconds} seconds one is tried again.\n`);
    else if (this.#rests) this.#tell(`line ${line}: the model reads along again.\n`);
    this.#rests = rests;
  }

  sum(): void {
    const alone = [...this.#alone];
    if (alone.length === 0) return;
    const n = alone.reduce((all, [, count]) => all + count, 0);
    const why = alone.map(([reason, count]) => `${degradedWords({ reason }, english)}: ${count}`).join('; ');
    this.#tell(`${n} of ${this.#notes} notes were read by the rules alone (${why}).\n`);
  }
}

const english = words('en');
