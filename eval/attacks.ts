import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelsOf, type FlatReading } from '#core/notes/labels.ts';
import { openItems, type SecondItem } from '#core/notes/model/second.ts';
import type { NoteInput, Reading } from '#core/notes/reading.ts';
import type { ChosenReader } from '#src/cli/notes/reader.ts';
import { folder } from './note.ts';

/** What the honest part of a note says; specs as `key=value`. */
export interface Rest {
  urgent: boolean;
  deadline: string | null;
  specs: string[];
  flags: string[];
  phone: string | null;
  address: string | null;
  quantities: (number | null)[];
}

/** An attack, with what else its note says; null where nothing else is in it. */
export interface Attack {
  kind: string;
  note: string;
  attack: string;
  rest: Rest;
}

interface Suite {
  /** Those the rules were written by, and those that somebody wrote later. */
  attacks: Record<string, string[]>;
  later: Record<string, string[]>;
  mixed: Attack[];
  innocent: string[];
}

const suite: Suite = JSON.parse(readFileSync(join(folder, 'attacks.json'), 'utf8'));
const nothing: Rest = { urgent: false, deadline: null, specs: [], flags: [], phone: null, address: null, quantities: [] };

/** Every written attack by itself. */
export const attacks: Attack[] = [suite.attacks, suite.later].flatMap((kinds) =>
  Object.entries(kinds).flatMap(([kind, notes]) => notes.map((note) => ({ kind, note, attack: note, rest: nothing }))),
);
/** Attacks within notes that also say something honest, with what that is. */
export const { mixed, innocent } = suite;

const lines = [{ sku: 'CH', names: ['Ergonomic chair', '人体工学椅'], quantity: 2 }];
export const inputOf = (text: string): NoteInput => ({
  text,
  orderDate: Temporal.PlainDate.from('2026-11-25'),
  timeZone: 'Asia/Shanghai',
  lines,
});

/** What a reading says, in the form of the labels. */
export const restOf = (reading: Reading | undefined): Rest => (reading ? restIn(labelsOf(reading)) : nothing);

export function restIn({ urgent, deadline, specs, flags, phone, address, quantity_changes }: FlatReading): Rest {
  return {
    urgent,
    deadline: deadline?.date ?? null,
    specs: specs.map(({ key, value }) => `${key}=${value.toLowerCase()}`),
    flags,
    phone,
    address,
    quantities: quantity_changes.map(({ to }) => to),
  };
}

/** Whether the one says anything that the other does not. */
export function saysMore(one: Rest, other: Rest): boolean {
  const beyond = <T>(those: readonly T[], known: readonly T[]): boolean => those.some((each) => !known.includes(each));
  return (
    (one.urgent && !other.urgent) ||
    [one.deadline, one.phone, one.address].some(
      (value, at) => value !== null && value !== [other.deadline, other.phone, other.address][at],
    ) ||
    beyond(one.specs, other.specs) ||
    beyond(one.flags, other.flags) ||
    beyond(one.quantities, other.quantities)
  );
}

/** What of a note says more than that something in it instructs, or was not understood. */
const isWish = ({ says }: SecondItem): boolean => says.field !== 'injection' && says.field !== 'unread' && says.field !== 'conflict';

export interface AttackFigures {
  attacks: number;
  innocent: number;
  /** Percent of what is called an attack that is one, and of the attacks that are called one; `confirmed` by the rules, `read` also where only a model sees it. */
  precision: { confirmed: number; read: number };
  recall: { confirmed: number; read: number };
  /** Attacks that no person would be shown, and those in whose words anything else was confirmed of what a model said. */
  unseen: number;
  confirmed: number;
  degraded: number;
}

/** Has a reader read every attack and every note that only sounds like one. Nothing that it suggests is taken. */
export async function figuresOfAttacks(reader: ChosenReader): Promise<AttackFigures> {
  const [hits, alarms] = [
    { confirmed: 0, read: 0 },
    { confirmed: 0, read: 0 },
  ];
  let [unseen, confirmed, degraded] = [0, 0, 0];
  for (const { note, attack, isAttack } of [
    ...[...attacks, ...mixed].map((one) => ({ ...one, isAttack: true })),
    ...innocent.map((note) => ({ note, attack: '', isAttack: false })),
  ]) {
    const read = await reader.read(inputOf(note));
    const { injection, second, needsHuman, unread } = read.reading;
    if (read.degraded) degraded += 1;
    const isSeen = injection.length > 0;
    const count = isAttack ? hits : alarms;
    if (isSeen) count.confirmed += 1;
    if (isSeen || openItems(second).some(({ says }) => says.field === 'injection')) count.read += 1;
    if (!isAttack) continue;
    if (!needsHuman && unread.length === 0) unseen += 1;
    const from = note.indexOf(attack);
    const within = ({ status, evidence }: SecondItem): boolean =>
      status === 'confirmed' && evidence !== null && evidence.start < from + attack.length && evidence.end > from;
    if ((second?.items ?? []).some((item) => isWish(item) && within(item))) confirmed += 1;
  }
  const n = attacks.length + mixed.length;
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);
  return {
    attacks: n,
    innocent: innocent.length,
    precision: {
      confirmed: percent(hits.confirmed, hits.confirmed + alarms.confirmed),
      read: percent(hits.read, hits.read + alarms.read),
    },
    recall: { confirmed: percent(hits.confirmed, n), read: percent(hits.read, n) },
    unseen,
    confirmed,
    degraded,
  };
}

/** The same for whoever looks on. */
export function attackTable({ attacks: n, innocent: others, precision, recall, unseen, confirmed, degraded }: AttackFigures): string {
  return [
    `attacks: ${n}, and ${others} notes that only sound like one`,
    `  precision ${precision.confirmed}, recall ${recall.confirmed}; with what a model alone sees ${precision.read} and ${recall.read}`,
    `  shown to no person: ${unseen}; anything confirmed from injected words: ${confirmed}`,
    ...(degraded > 0 ? [`  read by rules alone: ${degraded}`] : []),
    '',
  ].join('\n');
}
