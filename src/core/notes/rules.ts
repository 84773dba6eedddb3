import type { NoteReader } from '../ports.ts';
import { nothingRead, type Flag, type NoteInput, type Reading, type Span } from './reading.ts';
import { mattersOf } from './rules/explain/aside.ts';
import { readAddress } from './rules/address.ts';
import { readCoverage } from './rules/coverage.ts';
import { readDeadline } from './rules/deadline.ts';
import { type Topic } from './rules/explain/everyday.ts';
import { withWait } from './rules/deadline/waits.ts';
import { readFlags } from './rules/flags.ts';
import { humanReasons } from './rules/human.ts';
import { readInjection } from './rules/injection.ts';
import { languageOf } from './rules/text/language.ts';
import { readNotThen } from './rules/deadline/not-then.ts';
import { readPhone } from './rules/phone.ts';
import { inOneLanguage, isMixed, saysAsMuch } from './rules/text/mixed.ts';
import { plainRange, type Plain } from './rules/text/plain.ts';
import { readQuantities } from './rules/quantity.ts';
import { inAvailability, readQuestion } from './rules/question.ts';
import { clauseAt, cover, openScene, proven, type Range, type Scene } from './rules/text/scene.ts';
import { readSpecs } from './rules/specs.ts';
import { lettering } from './rules/specs/lettering.ts';
import { isTrivial } from './rules/trivial.ts';
import { readUrgency } from './rules/urgent.ts';
import { hideWithdrawn } from './rules/withdrawn.ts';
import { rulesVersion as version } from './rules/version.data.ts';

/** What may only be asked after: "do you offer gift wrap?" wants none. */
const offered = new Set<Flag>([
  'packaging',
  'gift_message',
  'installation',
  'delivery_instructions',
  'invoice',
  'other',
  'delivery_window',
  'partial_allowed',
]);

/** What says how the goods should be, or what goes with them: a word beside it may be one more such wish. */
const ofGoods = new Set<Flag>(['substitution_allowed', 'substitution_forbidden', 'quantity_change', 'gift_message', 'packaging', 'other']);

/** What a clause beside a wish may speak of when it only gives the reason for it. */
const timely: Topic[] = ['time', 'denial', 'date', 'hurry', 'rush'];
const ofProperties: Topic[] = ['frailty', 'match', 'use'];
const reasoned: Partial<Record<Flag, Topic[]>> = {
  delivery_instructions: ['access', 'denial', 'hand-over', 'way', 'frailty'],
  delivery_window: ['hours', 'time', 'access', 'denial', 'hand-over', 'way'],
  contact: ['access', 'denial', 'hand-over', 'way'],
  installation: ['frailty'],
  partial_allowed: ['time', 'denial', 'parts'],
  partial_forbidden: ['time', 'denial', 'parts'],
  packaging: ['packing', 'frailty'],
  gift_message: ['card'],
  substitution_allowed: ['instead', 'gone'],
  substitution_forbidden: ['instead', 'gone'],
};

/** The reader that is always there: word lists and grammar, no model. */
export const rulesReader: NoteReader = { read: readByRules };

/**
 * Reads a note by rules alone. Every evidence span is verbatim, what no rule explains is in `unread`, and any text
 * whatever can be read: it never throws and takes time in proportion to the length.
 */
export function readByRules(note: NoteInput): Reading {
  let { plain, reading } = read(openScene(note));
  for (const language of ['chinese', 'english'] as const) {
    if (reading.unread.length === 0 || !isMixed(plain.text)) break;
    const original = plain;
    const said = (span: Span): string => {
      const { start, end } = plainRange(original, span);
      return original.text.slice(start, end);
    };
    const places = reading.unread.map((span) => plainRange(plain, span));
    const other = inOneLanguage(openScene(note, plain), places, language);
    const again = other && read(openScene(note, other));
    // what is not understood of a clause in two languages is read once more in one: the words are the customer's all the same
    if (again && again.reading.unread.length < reading.unread.length && saysAsMuch(again.reading, reading, said))
      ({ plain, reading } = again);
  }
  return reading;
}

function read(scene: Scene): { plain: Plain; reading: Reading } {
  if (isTrivial(scene)) return { plain: scene.plain, reading: nothingRead(version, languageOf(scene.plain)) };
  // The order matters: what one step explains is hidden from those after it, so text of an attack or an engraving raises nothing.
  const letters = lettering(scene);
  const injection = readInjection(scene, letters);
  hideWithdrawn(scene);
  const { address, change } = readAddress(scene);
  const { phone, contact, papers, unusable } = readPhone(scene);
  const notThen = readNotThen(scene);
  const urgent = readUrgency(scene);
  const { deadline, windows, waits, tooEarly, impossible, unplaced } = readDeadline(scene);
  const { changes, said, unknown } = readQuantities(scene);
  const { specs, places, values, excluded, substitutes } = readSpecs(
    scene,
    letters.filter((letter) => !injection.some((span) => span.start <= letter.start && letter.end <= span.end)),
  );
  const place = ({ evidence }: { evidence: Span }): Range => plainRange(scene.plain, evidence);
  // "from 3 to 5" of a change of quantity are no hours
  const counts = said.map(place);
  const dropped = changes.filter(({ to }) => to === 0).map(place);
  const flags = readFlags(
    scene,
    (flag, range) =>
      (offered.has(flag) && inAvailability(scene, range)) ||
      // "drop the tees, we no longer need them": the line, and not the order
      (flag === 'cancel_request' &&
        /\b(?:them|it|those|these)$/.test(scene.plain.text.slice(range.start, range.end)) &&
        dropped.some(
          (other) => other.end <= range.start && clauseAt(scene, other.start).sentence === clauseAt(scene, range.start).sentence,
        )) ||
      (flag === 'delivery_window' && counts.some((other) => other.start < range.end && range.start < other.end)),
  );
  // "don't ship to the shop, send it to my house instead": where it goes now says all of it
  if (change) flags.splice(0, flags.length, ...flags.filter((item) => !isFormerPlace(scene, item) && !leadsTo(scene, item, change)));
  raise(scene, flags, 'address_change', change);
  raise(scene, flags, 'contact', contact);
  raise(scene, flags, 'invoice', papers);
  for (const range of notThen) raise(scene, flags, 'delivery_window', range, true);
  raise(scene, flags, 'delivery_window', windows[0] ?? null);
  flags.splice(0, flags.length, ...withWait(scene, flags, waits));
  const refused = flags.filter(({ flag }) => flag === 'substitution_forbidden').map(place);
  for (const range of excluded) if (isTakenBack(scene, range)) cover(scene, clauseAt(scene, range.start).start, range.end);
  const unwanted = excluded.find(
    (range) => !isTakenBack(scene, range) && !refused.some((other) => clauseAt(scene, other.start) === clauseAt(scene, range.start)),
  );
  raise(scene, flags, 'other', unwanted ?? null);
  for (const range of excluded) if (unwanted && range !== unwanted) cover(scene, range.start, range.end);
  raise(scene, flags, 'substitution_allowed', substitutes[0] ?? null);
  if (changes[0] && !flags.some(({ flag }) => flag === 'quantity_change'))
    flags.push({ evidence: changes[0].evidence, source: 'rules', status: 'confirmed', flag: 'quantity_change' });
  const wishes = [...flags, ...said, ...(urgent ? [urgent] : []), ...(deadline ? [deadline] : [])].map(place);
  raise(
    scene,
    flags,
    'question',
    readQuestion(
      scene,
      [...wishes, ...places, ...substitutes, ...injection.map((evidence) => place({ evidence }))],
      flags.filter(({ flag }) => flag === 'discount_request' || flag === 'payment_terms').map(place),
    ),
  );
  const described = [...places, ...changes.map(place)];
  const aboutGoods = flags.filter(({ flag }) => ofGoods.has(flag)).map(place);
  const subjects = [
    ...[urgent, deadline].flatMap((item) => (item ? [{ range: place(item), topics: timely }] : [])),
    ...specs.map((item) => ({ range: place(item), topics: ofProperties })),
    ...flags.flatMap((item) => (reasoned[item.flag] ? [{ range: place(item), topics: reasoned[item.flag] ?? [] }] : [])),
  ];
  const { unread, coverage } = readCoverage(scene, {
    described,
    values,
    ofGoods: [...described, ...substitutes, ...aboutGoods],
    subjects,
    matters: [
      ...[urgent, deadline].flatMap((item) => (item ? [{ range: place(item), matters: ['time' as const] }] : [])),
      ...flags.map((item) => ({ range: place(item), matters: mattersOf(item.flag) })),
    ],
    unplaced: deadline ? [] : unplaced,
  });
  const reading = {
    version,
    language: languageOf(scene.plain),
    reader: 'rules' as const,
    urgent,
    deadline,
    specs,
    quantityChanges: changes,
    flags,
    phone,
    address,
    injection,
    unread,
    coverage,
  };
  const reasons = humanReasons(scene, reading, { unknownProduct: unknown, unusable, tooEarly, impossible });
  return { plain: scene.plain, reading: { ...reading, specs: saidOnce(specs), needsHuman: reasons.length > 0, humanReasons: reasons } };
}

/** 黑色，…，最好是黑色 asks for one thing twice. */
const saidOnce = (specs: Reading['specs']): Reading['specs'] =>
  specs.filter(
    (item, at) =>
      !specs
        .slice(0, at)
        .some(({ sku, key, value, unit }) => sku === item.sku && key === item.key && value === item.value && unit === item.unit),
  );

/** 不要米白了，换浅灰: what was chosen before, and nothing that must not be. */
const isTakenBack = (scene: Scene, { end }: Range): boolean =>
  /^色?的?[了喇][,。;\s]*(?:还是|就|请|给我|帮我|麻烦|想|要)*(?:换|改|要|转)/.test(scene.plain.text.slice(end, end + 16));

const isFormerPlace = (scene: Scene, { flag, evidence }: Reading['flags'][number]): boolean => {
  const { start, end } = plainRange(scene.plain, evidence);
  return (
    flag === 'delivery_instructions' &&
    /^(?:don't|do not|never|不要|别|勿|唔好|唔要) ?(?:ship|send|deliver|bring|寄|送|发)/.test(scene.plain.text.slice(start, end))
  );
};

/** 送到新店：文三路188号: what only leads to the address says no more than that. */
const leadsTo = (scene: Scene, { flag, evidence }: Reading['flags'][number], place: Range): boolean => {
  const { start, end } = plainRange(scene.plain, evidence);
  return (
    flag === 'delivery_instructions' &&
    end <= place.start &&
    /^[:,，：\s是在]*$/.test(scene.plain.text.slice(end, place.start)) &&
    /^(?:请|麻烦|改|直接)*(?:送|寄|发|运|派)(?:货|去|往|返|嚟)?(?:到|至|去|往|嚟)?(?:我们?|我哋)?(?:的|嘅)?(?:新|另一个|另外)?(?:公司|店|门店|店里|办公室|仓库|家|家里|屋企|地址|地方|厂|工厂|工地|学校|单位|铺头?)$/.test(
      scene.plain.text.slice(start, end),
    )
  );
};

function raise(scene: Scene, flags: Reading['flags'], flag: Flag, range: Range | null, beside = false): void {
  if (!range) return;
  const item = proven(scene, range.start, range.end);
  const known = flags.find((other) => other.flag === flag);
  if (!known) flags.push({ ...item, flag });
  else if (beside) known.also = [...(known.also ?? []), item.evidence];
}
