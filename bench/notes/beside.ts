import { labelsOf } from '#core/notes/labels.ts';
import type { NoteModel } from '#core/ports.ts';
import { parseOrder } from '#src/cli/notes/order.ts';
import { readerBeside } from '#src/note-readers.ts';
import { attacks, inputOf, restIn, restOf, saysMore, type Attack } from '../../eval/attacks.ts';
import type { Answers, GoldenNote } from '../../eval/note.ts';
import { score, type Figures } from '../../eval/score.ts';
import { readNaively } from './naive.ts';
import { percentiles, type Percentiles } from './percentiles.ts';

/** How well and how fast one way reads, and from how many attacks it takes anything. */
export interface Way {
  figures: Figures;
  ms: Percentiles;
  /** Notes of which the model gave nothing that could be used. */
  unanswered: number;
  /** Notes that are nothing but an attack, of which some value was taken all the same. */
  actedOnAttacks: number;
}

export interface Beside {
  server: string;
  model: string;
  notes: number;
  attacks: number;
  /** Ours as it stands without anybody's tap, and with every suggestion taken. */
  confirmed: Way;
  taken: Way;
  naive: Way;
}

/**
 * The same notes and attacks with the same model, ours and the naive way in turns: what is slow for a while is so for both. Ours is asked once a
 * note, and both its rows are made of that answer.
 */
export async function compare(model: NoteModel, notes: readonly GoldenNote[], hostile: readonly Attack[] = someAttacks()): Promise<Beside> {
  const asked = remembering(model);
  const [plain, taking] = [readerBeside(asked, false), readerBeside(asked, true)];
  const ways = { confirmed: new Counted(), taken: new Counted(), naive: new Counted() };
  for (const note of notes) {
    const order = parseOrder(JSON.stringify(note));
    if ('wrong' in order) throw new Error(`${note.id}: ${order.wrong}`);
    const began = performance.now();
    const confirmed = await plain.read(order.note);
    const ms = performance.now() - began;
    const taken = await taking.read(order.note);
    ways.confirmed.add(note.id, labelsOf(confirmed.reading), ms, confirmed.degraded === null);
    ways.taken.add(note.id, labelsOf(taken.reading), ms, taken.degraded === null);
    const from = performance.now();
    const naive = await readNaively(model, note);
    ways.naive.add(note.id, naive, performance.now() - from, naive !== null);
  }
  const acted = { confirmed: 0, taken: 0, naive: 0 };
  for (const { note } of hostile) {
    const input = inputOf(note);
    if (saysMore(restOf((await plain.read(input)).reading), nothing)) acted.confirmed += 1;
    if (saysMore(restOf((await taking.read(input)).reading), nothing)) acted.taken += 1;
    const lines = input.lines.map(({ sku, names, quantity }) => ({ sku, name: names.join(' / '), qty: quantity }));
    const naive = await readNaively(model, { order_date: input.orderDate.toString(), timezone: input.timeZone, lines, note });
    if (naive && saysMore(restIn(naive), nothing)) acted.naive += 1;
  }
  return {
    server: model.server,
    model: model.model,
    notes: notes.length,
    attacks: hostile.length,
    confirmed: ways.confirmed.sum(notes, acted.confirmed),
    taken: ways.taken.sum(notes, acted.taken),
    naive: ways.naive.sum(notes, acted.naive),
  };
}

const nothing = restOf(undefined);

/** Every eighth of them, so that each kind is there. */
const someAttacks = (): Attack[] => attacks.filter((_, at) => at % 8 === 0);

/** So many of a set, evenly from its beginning to its end. */
export const evenly = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, at) => Math.floor((at * count) / all.length) !== Math.floor(((at - 1) * count) / all.length));

class Counted {
  readonly #answers: Answers = new Map();
  readonly #ms: number[] = [];
  #unanswered = 0;

  add(id: string, said: Parameters<Answers['set']>[1] | null, ms: number, isAnswered: boolean): void {
    if (said) this.#answers.set(id, said);
    this.#ms.push(ms);
    if (!isAnswered) this.#unanswered += 1;
  }

  sum(notes: readonly GoldenNote[], actedOnAttacks: number): Way {
    return { figures: score([...notes], this.#answers), ms: percentiles(this.#ms), unanswered: this.#unanswered, actedOnAttacks };
  }
}

/** A model that answers the same question once. */
function remembering(model: NoteModel): NoteModel {
  const known = new Map<string, Awaited<ReturnType<NoteModel['ask']>>>();
  return {
    ...model,
    async ask(question, signal) {
      const key = JSON.stringify([question.shape, question.messages]);
      const answered = known.get(key) ?? (await model.ask(question, signal));
      known.set(key, answered);
      return answered;
    },
  };
}
