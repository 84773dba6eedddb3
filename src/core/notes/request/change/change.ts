import { indexNames } from '../../../stock/search.ts';
import { withPointers } from './pointers.ts';
import { addStrangers } from './strangers.ts';
import { counted, targetsOf } from './targets.ts';
import { addedOptions, onlyOptions, optionsHere } from './options.ts';
import { choiceAt } from './choices.ts';
import { countedLast, meant } from './counted.ts';
import { isPart, refusedIn, targetOfRefused, type Refused } from './refused.ts';
import { phrases, verbs, verbOf, type Verb } from './verbs.ts';
import { parse, wording, type Clause, type Parsed } from '../clauses.ts';
import { mostUnits, type Count } from '../quantity/count.ts';
import type { Mention } from '../mentions.ts';
import { beside, itemsOf, joiner, pointsBySize, type Item } from '../items.ts';
import type { Found, Range } from '../found.ts';
import { besideGoods, heardIn, meet } from '../heard.ts';
import { everyLine } from '../late.ts';
import { addOptions, bare, joints, oneMore, requested } from '../lines.ts';
import type { RequestContext } from '../request.ts';
import type { FoundOption } from '../options.ts';
import { spanOf } from '../tokens.ts';
import { noteOf, saysSomething } from './note.ts';
import type { Change, Draft, Work } from './work.ts';

/** What a text changes in a draft. What no change explains is read as a note; an unclear change is never guessed. */
export function readChange(text: string, draft: Draft, context: RequestContext): Change[] {
  const lines = indexNames(draft.lines.map(({ id, names }) => ({ sku: id, names })));
  const plain = parse(text, context.index, context.products);
  const { clauses, pointed, beside: named } = withPointers(plain.clauses, plain, draft);
  const parsed = { ...plain, clauses };
  const goods = parsed.clauses.flatMap(({ mentions, counts }) =>
    [...mentions, ...counts].map(({ from, to }) => spanOf(parsed.tokens, from, to)),
  );
  const beside = besideGoods(text, goods, context);
  const { list } = parsed.tokens;
  const work: Work = {
    draft,
    lines,
    parsed,
    context,
    heard: heardIn(text, [], context),
    isBeside: (at) => list[at] !== undefined && beside.some((span) => meet(span, list[at] ?? span)),
    changes: [],
    explained: [...named],
    pointed,
    refused: refusals(clauses, plain.clauses, parsed, draft),
    verb: null,
    sentence: -1,
    spoken: { lineId: null, added: null },
  };
  for (const clause of parsed.clauses) if (!clause.idle) readClause(clause, work);
  const changes = [...work.changes, ...noteOf(text, work)];
  // "Double the chairs": it names a line, yet nothing above says what becomes of it.
  const known = parsed.clauses
    .filter(({ idle }) => !idle)
    .flatMap(({ mentions }) =>
      mentions.filter((mention) => !mention.weak && !isPart(mention, parsed)).flatMap((mention) => targetsOf(mention, work)),
    );
  return known.length > 0 && changes.every((change) => change.kind === 'note' && !saysSomething({ ...change.reading, unread: [] }))
    ? [
        {
          kind: 'unclear',
          words: spanOf(parsed.tokens, 0, parsed.tokens.list.length).text,
          candidates: [...new Set(known)],
          problem: 'line',
        },
      ]
    : changes;
}

function readClause(clause: Clause, work: Work): void {
  const { list } = work.parsed.tokens;
  if (work.sentence !== clause.sentence) work.spoken = { lineId: null, added: null };
  const refused = work.refused.get(clause);
  const said = verbOf(refused ? besideRefused(clause, refused, work.parsed) : clause.text);
  const carries = !refused && work.sentence === clause.sentence && work.verb === 'remove' && clause.counts.length === 0;
  const verb = said ?? (carries ? 'remove' : null);
  const items = countedLast(
    itemsOf(clause, work.parsed, work.context.index).filter(({ count, mention }) =>
      mention ? count !== null || !isPurpose(mention, clause, work) : meant(count, clause, work),
    ),
    verb,
  );
  const before = work.changes.length;
  const pieces: Range[] = [];
  const swap = verb === 'set' && items.length === 2 && items.every(({ mention, count }) => mention !== null && count === null);
  if (swap)
    unclear(
      clause,
      items.flatMap(({ mention }) => (mention ? targetsOf(mention, work) : [])),
      work,
    );
  else for (const item of items) pieces.push(...change(item, items, verb, clause, work));
  pieces.push(...clause.mentions.filter((mention) => work.pointed.has(mention)));
  pieces.push(...addStrangers(clause, items, verb, work), ...changeOptions(clause, items, work));
  // The count that was: "from 2 to 3", "3 instead of 2".
  if (work.changes.length > before && (verb === 'instead' || /\bfrom\b|从/.test(clause.text))) pieces.push(...clause.counts);
  if (refused)
    work.spoken = {
      lineId: targetOfRefused(
        refused,
        clause.mentions.flatMap((mention) => targetsOf(mention, work)),
        work,
      ),
      added: null,
    };
  if (refused?.isChoice) pieces.push({ from: refused.from, to: refused.to });
  if (work.changes.length === before && pieces.length === 0) return;
  work.verb = verb;
  work.sentence = clause.sentence;
  if (work.changes.slice(before).some(({ kind }) => kind === 'unclear')) work.explained.push({ from: clause.from, to: clause.to });
  const spoken = phrases(list, clause.from, clause.to, verbs);
  const beside = ({ from, to }: Range): boolean => Array.from({ length: to - from }, (_, step) => from + step).some(work.isBeside);
  const own = spoken.filter((range) => !beside(range));
  work.explained.push(...pieces, ...own, ...joints(clause, [...pieces, ...own], work.parsed).filter((range) => !beside(range)));
}

/** "The lamp is for my desk" wants no desk. */
const isPurpose = (mention: Mention, clause: Clause, work: Work): boolean =>
  beside(work.parsed.tokens.list, clause, mention) && targetsOf(mention, work).length === 0 && !work.pointed.has(mention);

/** What else a clause says than what it refuses. */
const besideRefused = (clause: Clause, { lead }: Refused, { tokens: { list } }: Parsed): string =>
  `${wording(list, clause.from, lead.from)} ${wording(list, lead.to, clause.to)}`;

function refusals(clauses: Clause[], plain: Clause[], parsed: Parsed, draft: Draft): Map<Clause, Refused> {
  const found = clauses.map((clause, at): [Clause, Refused | null] => [clause, refusedIn(plain[at] ?? clause, clause, parsed, draft)]);
  return new Map(found.flatMap(([clause, refused]): [Clause, Refused][] => (refused ? [[clause, refused]] : [])));
}

function change(item: Item, items: Item[], said: Verb | null, clause: Clause, work: Work): Range[] {
  const { mention, count } = item;
  // "and a desk lamp": one more of what is there
  const isAdded = said === null && mention !== null && count === null && joiner.test(clause.text) && oneMore(clause, mention, work.parsed);
  const verb = isAdded ? 'more' : said;
  const pieces = [mention, count].flatMap((part) => (part ? [{ from: part.from, to: part.to }] : []));
  const targets = mention ? targetsOf(mention, work) : counted(count, work);
  if (mention && targets.length === 0 && work.refused.has(clause)) return [];
  // "engrave it on the 160 desk": one that is not here
  if (mention && targets.length === 0 && clause.counts.some((other) => pointsBySize(other, clause, work.parsed))) {
    unclear(clause, [], work);
    return pieces;
  }
  if (mention && targets.length === 0) return verb === 'remove' || verb === 'less' ? [] : add(item, verb, items, clause, work, pieces);
  // a choice or a wish is added to a line that is pointed at, and no piece
  if (mention && !count && verb !== 'remove' && work.pointed.has(mention)) return [];
  if (mention && !count && verb !== 'remove' && !/\banother\b/.test(clause.text) && verb !== 'more') return [];
  if (verb === 'remove' && !count && mention && isPart(mention, work.parsed)) return [];
  if (verb === 'remove' && !count) {
    if (targets.length === 1 || everyLine(clause)) targets.forEach((lineId) => work.changes.push({ kind: 'remove', lineId }));
    else unclear(clause, targets, work);
    return pieces;
  }
  if (!count && optionsHere(clause, targets, work).length > 0) return [];
  const [lineId] = targets;
  if (count && mention && isArticle(count, clause, work)) {
    // of several it is not clear whether one of them becomes it, or all
    if (targets.some((id) => work.draft.lines.some((line) => line.id === id && line.quantity > 1))) unclear(clause, targets, work);
    return pieces;
  }
  const to = targets.length === 1 && lineId !== undefined ? total(lineId, count, verb, work) : null;
  if (to === null || lineId === undefined) unclear(clause, targets, work, targets.length === 1 ? 'quantity' : 'line');
  else work.changes.push(to === 0 ? { kind: 'remove', lineId } : { kind: 'quantity', lineId, to });
  work.spoken = { lineId: to === null ? null : (lineId ?? null), added: null };
  return pieces;
}

/** 换一张180的, "swap it for a grey one": one of them counts nothing. */
const isArticle = ({ value, to, measure }: Count, clause: Clause, { parsed: { tokens, products } }: Work): boolean =>
  value === 1 &&
  (measure !== null || !/^\d/.test(tokens.list[to - 1]?.text ?? '')) &&
  /换|\b(?:swap|exchange|switch|trade)\b/.test(clause.text) &&
  [...products.values()].some((product) => choiceAt(product, { tokens }, to, clause.to) !== null);

function total(lineId: string, count: Count | null, verb: Verb | null, { draft }: Work): number | null {
  const now = draft.lines.find(({ id }) => id === lineId)?.quantity ?? 0;
  const value = count?.value ?? 1;
  if (count?.unusable && !(value === 0 && verb !== 'more' && verb !== 'less')) return null;
  const isRelative = verb === 'more' || verb === 'less' || verb === 'remove';
  if (isRelative && now === 0) return null;
  const to = verb === 'more' ? now + value : verb === 'less' || verb === 'remove' ? now - value : value;
  return to < 0 || to > mostUnits ? null : to;
}

function add(item: Item, verb: Verb | null, items: Item[], clause: Clause, work: Work, pieces: Range[]): Range[] {
  const { mention, count } = item;
  const isWanted = count !== null || verb === 'more' || clause.asks;
  if (!mention || (!isWanted && !oneMore(clause, mention, work.parsed) && !bare(clause, items, work.parsed))) return [];
  // none of what is not there changes nothing, and is no wish for one
  if (count && count.value <= 0) {
    unclear(clause, [], work, 'quantity');
    return pieces;
  }
  const line: Found = { mention, count, options: [], pieces: [...pieces], sentence: clause.sentence, origin: null };
  if (items.length === 1) addOptions(line, clause, [line], 0, work.parsed);
  const added = requested(line, work.parsed);
  work.changes.push({ kind: 'add', line: added });
  work.spoken = { lineId: null, added };
  return line.pieces;
}

/** Choices for lines of the draft: of the named one, of the only one that offers them, or of all. */
function changeOptions(clause: Clause, items: Item[], work: Work): Range[] {
  const [named] = items.flatMap(({ mention }) => (mention ? [mention] : []));
  const late = named ? [] : addedOptions(clause, work);
  if (late.length > 0) return late;
  const ids = named ? targetsOf(named, work) : work.draft.lines.map(({ id }) => id);
  const offered = optionsHere(clause, ids, work);
  const spoken =
    offered.some(({ lineId }) => lineId === work.spoken.lineId) && !named && !everyLine(clause)
      ? offered.filter(({ lineId }) => lineId === work.spoken.lineId)
      : offered;
  // what a line has already is not asked for
  const others = spoken.filter((offer) => !hasAll(offer, work));
  const isSet = verbOf(clause.text) === 'set';
  const offers = others.length === 0 || everyLine(clause) || (others.length === 1 && !isSet && spoken.length > 1) ? spoken : others;
  const [first] = offers;
  if (!first || (!named && !onlyOptions(clause, first.options, work))) return [];
  if (offers.length > 1 && !everyLine(clause))
    unclear(
      clause,
      (others.length > 0 ? others : offers).map(({ lineId }) => lineId),
      work,
    );
  else
    for (const { lineId, options } of offers)
      for (const { key, value, unit, evidence } of options) work.changes.push({ kind: 'option', lineId, key, value, unit, evidence });
  const name = named ? [{ from: named.from, to: named.to }] : [];
  return [...name, ...first.options.map(({ from, to }) => ({ from, to }))];
}

const hasAll = ({ lineId, options }: { lineId: string; options: FoundOption[] }, { draft }: Work): boolean => {
  const has = draft.lines.find(({ id }) => id === lineId)?.options ?? [];
  return options.every(({ key, value }) => has.some((own) => own.key === key && own.value === value));
};

function unclear(
  clause: Clause,
  candidates: string[],
  { changes, draft, parsed }: Work,
  problem: Extract<Change, { kind: 'unclear' }>['problem'] = 'line',
): void {
  const words = spanOf(parsed.tokens, clause.from, clause.to).text;
  const lines = candidates.length > 0 ? [...new Set(candidates)] : draft.lines.map(({ id }) => id);
  changes.push({ kind: 'unclear', words, candidates: lines, problem });
}
