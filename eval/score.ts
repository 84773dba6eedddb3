import type { FlatReading, Labels } from '#core/notes/labels.ts';
import type { Answers, GoldenNote } from './note.ts';
import { overlap, sameValue, wordsOf } from './same.ts';
import { Tally } from './tally.ts';

/** Figures in percent, with the number of things each was counted over; null where there were none. */
export interface Figures {
  notes: number;
  urgent: number | null;
  deadlineFound: number | null;
  deadlineDate: number | null;
  deadlineTime: number | null;
  deadlineStrict: number | null;
  specsStrict: number | null;
  specsLenient: number | null;
  flags: number | null;
  quantities: number | null;
  phone: number | null;
  address: number | null;
  injectionPrecision: number | null;
  injectionRecall: number | null;
  humanPrecision: number | null;
  humanRecall: number | null;
  exact: number | null;
  silentMisses: number | null;
  readWithoutHuman: number | null;
  evidenceVerbatim: number | null;
  trivialNoise: number;
}

const nothing: FlatReading = {
  urgent: false,
  deadline: null,
  specs: [],
  flags: [],
  phone: null,
  address: null,
  quantity_changes: [],
  injection: false,
  needs_human: false,
  human_reasons: [],
  unread: false,
};

/** Scores what a reader said about notes, by the rules that the labels were written by. */
export function score(notes: GoldenNote[], answers: Answers): Figures {
  const tally = new Tally();
  for (const note of notes) count(tally, note, answers.get(note.id) ?? nothing);
  return {
    notes: notes.length,
    urgent: tally.f1('urgent'),
    deadlineFound: tally.f1('deadline'),
    deadlineDate: tally.share('date'),
    deadlineTime: tally.share('time'),
    deadlineStrict: tally.share('strict'),
    specsStrict: tally.f1('specs'),
    specsLenient: tally.f1('specsLenient'),
    flags: tally.f1('flags'),
    quantities: tally.f1('quantities'),
    phone: tally.f1('phone'),
    address: tally.f1('address'),
    injectionPrecision: tally.precision('injection'),
    injectionRecall: tally.recall('injection'),
    humanPrecision: tally.precision('human'),
    humanRecall: tally.recall('human'),
    exact: tally.share('exact'),
    silentMisses: tally.share('silent'),
    readWithoutHuman: tally.share('alone'),
    evidenceVerbatim: tally.share('verbatim'),
    trivialNoise: tally.sum('noise'),
  };
}

const spec = ({ sku, key, value, unit }: Labels['specs'][number]): string => [sku ?? '', lenient({ key, value }), unit ?? ''].join('|');
/** The value of a mark is not compared: nobody can say how it is to be written. */
const lenient = ({ key, value }: { key: string; value: string }): string => `${key}|${key === 'logo' ? '' : sameValue(value)}`;
const change = ({ sku, to, delta }: Labels['quantity_changes'][number]): string => [sku ?? '', to ?? '', delta ?? ''].join('|');

function count(tally: Tally, { note, labels: gold, tags }: GoldenNote, said: FlatReading): void {
  const conflicting = tags.includes('conflict');
  const right = [
    tally.same('urgent', gold.urgent, said.urgent),
    tally.same('injection', gold.injection, said.injection),
    tally.same('human', gold.needs_human, said.needs_human),
    deadline(tally, gold.deadline, said.deadline),
    tally.items('flags', gold.flags, said.flags),
    // where a customer contradicts themselves nobody can say which of the two is right
    conflicting ||
      [
        tally.items('specs', gold.specs.map(spec), said.specs.map(spec)),
        tally.items('quantities', gold.quantity_changes.map(change), said.quantity_changes.map(change)),
      ].every(Boolean),
    tally.one('phone', gold.phone, said.phone, (a, b) => a === b),
    tally.one('address', gold.address, said.address, (a, b) => overlap(wordsOf(a), wordsOf(b)) >= 0.8),
  ];
  if (!conflicting) tally.items('specsLenient', gold.specs.map(lenient), said.specs.map(lenient));
  for (const { evidence } of [...said.specs, ...said.quantity_changes]) tally.hit('verbatim', evidence !== '' && note.includes(evidence));
  tally.hit('exact', right.every(Boolean));
  const alone = !said.needs_human && !said.unread;
  tally.hit('alone', alone);
  tally.hit('silent', alone && isLost(gold, said, conflicting));
  if (tags.includes('trivial') && raises(said)) tally.add('noise');
}

/** A deadline without a date is found only as one without a date. */
function deadline(tally: Tally, gold: Labels['deadline'], said: Labels['deadline']): boolean {
  tally.same('deadline', gold !== null, said !== null);
  if (!gold || !said) {
    if (gold) tally.hit('date', false);
    return gold === said;
  }
  const [date, time, strict] = [gold.date === said.date, gold.time === said.time, gold.strict === said.strict];
  tally.hit('date', date);
  if (date) tally.hit('time', time);
  if (date) tally.hit('strict', strict);
  return date && time && strict;
}

/** Something asked for that the reader did not see. */
function isLost(gold: Labels, said: FlatReading, conflicting: boolean): boolean {
  return (
    (gold.urgent && !said.urgent) ||
    (gold.deadline !== null && (said.deadline === null || said.deadline.date !== gold.deadline.date)) ||
    gold.flags.some((flag) => !said.flags.includes(flag)) ||
    (!conflicting && gold.specs.some((wanted) => !said.specs.some((read) => lenient(read) === lenient(wanted)))) ||
    (gold.phone !== null && gold.phone !== said.phone) ||
    (gold.address !== null && (said.address === null || overlap(wordsOf(gold.address), wordsOf(said.address)) < 0.8)) ||
    (gold.injection && !said.injection) ||
    (gold.needs_human && !said.needs_human)
  );
}

const raises = ({ urgent, deadline, specs, flags, needs_human, injection }: FlatReading): boolean =>
  urgent || deadline !== null || specs.length > 0 || flags.length > 0 || needs_human || injection;
