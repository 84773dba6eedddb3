import type { Reading } from '../reading.ts';
import { englishCount, readNumber } from './text/numbers.ts';
import { plainRange } from './text/plain.ts';
import { quantityCues } from './words/quantity.data.ts';
import { around, clauseAt, cover, proven, type Scene, sentenceAt } from './text/scene.ts';
import { correction } from './words/urgency.ts';
import { matchesOf } from './text/matches.ts';
import { pattern } from '../../text/pattern.ts';

/** "… rather than five": what it was before. */
const formerly = new RegExp(
  `^,? (?:instead of|rather than|not|down from|up from|in place of) (?:the )?(?:original )?(?:${englishCount})\\b`,
);

/** Changes of a line's quantity, and all that was said of such; confirming what the line already says changes nothing. */
export function readQuantities(scene: Scene): { changes: Reading['quantityChanges']; said: Reading['quantityChanges']; unknown: boolean } {
  const found: Reading['quantityChanges'] = [];
  const taken: { start: number; end: number }[] = [];
  for (const { cue, change, named: needsName } of quantityCues) {
    for (const match of matchesOf(scene.words, cue)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const result = change(match);
      if (!result || taken.some((other) => start < other.end && other.start < end)) continue;
      const named = mentionBeside(scene, start, end);
      const dropped = 'to' in result && result.to === 0;
      // Words like "cancel" and 不要 drop a line only when the line stands right behind them.
      if ((dropped || needsName) && !named.right) continue;
      // "we don't need the desk until May": later, and not never
      if (
        dropped &&
        named.right &&
        /^ ?(?:until|till|before|by|yet|right away|so soon|in a hurry|straight away)\b/.test(
          scene.words.slice(named.right.end, named.right.end + 16),
        )
      )
        continue;
      if (!dropped && (denied(scene, start) || isFound(scene, start, end))) continue;
      // "throw in a free pad" asks for a present
      if ('delta' in result && /^ ?free /.test(scene.words.slice(end, end + 6))) continue;
      if (isAskedAfter(scene, start) || isTry(scene, end)) continue;
      if (isMoney(scene, start + Math.max(0, match[0].indexOf(match[1] ?? '')), end)) continue;
      if ('delta' in result && result.delta === 1 && !named.right && paper.test(scene.words.slice(end, end + 60))) continue;
      const last = named.right && named.right.end > end ? named.right.end : end;
      cover(scene, last, last + (formerly.exec(scene.words.slice(last, last + 36))?.[0].length ?? 0));
      taken.push({ start, end: last });
      const sku = named.sku;
      const line = scene.note.lines.find((entry) => entry.sku === sku);
      if ('to' in result && line?.quantity === result.to) {
        // "make that two. No wait, one is enough": as it was
        const before = found.findLastIndex((earlier) => earlier.sku === sku);
        if (before >= 0 && correction.test(scene.words.slice(0, start))) found.splice(before, 1);
        cover(scene, start, last);
        continue;
      }
      found.push({
        ...proven(scene, start, last),
        sku,
        to: 'to' in result ? result.to : null,
        delta: 'delta' in result ? result.delta : null,
      });
    }
  }
  for (const change of found.slice()) found.push(...alsoChanged(scene, change));
  for (const { start, end, sku } of droppedBehindName(scene)) {
    if (taken.some((other) => start < other.end && other.start < end) || found.some((change) => change.sku === sku && change.to === 0))
      continue;
    found.push({ ...proven(scene, start, end), sku, to: 0, delta: null });
  }
  const totals = found.filter(({ to }) => to !== null);
  // "two more, twelve in all" is one change, and so is "two more teams signed up, so twelve instead of ten"
  const isReason = (change: Reading['quantityChanges'][number]): boolean =>
    change.sku === null &&
    totals.some((total) => isBy(scene, total, change.delta) && (isOfPeople(scene, change) || inAll.test(total.evidence.text)));
  const kept = found.filter(
    (change) =>
      change.to !== null ||
      change.delta === null ||
      !(totals.some((total) => total.sku === change.sku && total.to !== 0) || isReason(change)),
  );
  for (const change of found) if (!kept.includes(change) && isReason(change)) coverClause(scene, change);
  return {
    changes: kept.toSorted((a, b) => a.evidence.start - b.evidence.start),
    said: found,
    unknown: kept.some(({ sku }) => sku === null) && scene.note.lines.length > 0,
  };
}

/** "So 3 in total": what was said before leads to it. */
const inAll = /\b(?:in total|in all|altogether|all told|total)$/i;

/** Whether a new total differs from what was ordered by just so many. */
const isBy = (scene: Scene, { sku, to }: Reading['quantityChanges'][number], delta: number | null): boolean => {
  const ordered = scene.note.lines.find((line) => line.sku === sku)?.quantity;
  return to !== null && ordered !== undefined && to - ordered === delta;
};

/** "We have six more starters", "two more teams signed up": somebody has or does it, and no goods are asked for. */
function isOfPeople(scene: Scene, { evidence }: Reading['quantityChanges'][number]): boolean {
  const { start, end } = plainRange(scene.plain, evidence);
  const { before, after } = around(scene, start, end);
  return (
    /\b(?:we|i|they|there|who)(?:'ve|'re| have| has| had| are| were| took on| hired| gained| got| get)(?: (?:now|just|got|since|had|hired|taken on))* $/.test(
      before,
    ) ||
    /^ (?:(?!to\b|for\b|of\b|in\b|with\b|and\b|please\b)[a-z'-]+ ){1,3}?(?:(?:have|has|are|is|were|will|want|wants|said|says|[a-z]{3,}ed|[a-z]+ing)(?![a-z])|(?:came|come|coming) )/.test(
      after,
    )
  );
}

function coverClause(scene: Scene, { evidence }: Reading['quantityChanges'][number]): void {
  const { start, end } = clauseAt(scene, plainRange(scene.plain, evidence).start);
  cover(scene, start, end);
}

/** "$1.10 less", "10 less at the place across town": what it costs. */
const isMoney = (scene: Scene, at: number, end: number): boolean =>
  /(?:[$£€¥] ?[\d.,]{0,8}|\d[.,])$/.test(scene.words.slice(Math.max(0, at - 10), at)) ||
  (scene.words.slice(at, end).endsWith('less') &&
    /^ (?:at|on|from|over|with|in) [^,.;]{0,40}\b(?:shop|store|place|site|website|supplier|seller|competitor|amazon|ebay|town|road)\b|^ (?:elsewhere|online)\b/.test(
      scene.words.slice(end, end + 60),
    ));

/** "Include a VAT invoice", "add a little thank-you card": papers that go with the goods. */
const paper = pattern('')`
  ^ ?(?:(?!and\b|or\b|with\b|of\b)[a-z-]+ ){0,4}?(?:
    invoices?|receipts?|bill|statement|delivery note|packing (?:slip|list)|certificates?|manual|leaflet|data ?sheet|catalogue|catalog
    |brochure|returns? label|price list|card|note|tag|message
  )(?![a-z])
`;

/** "Make that 16 panels and 17 posts": the verb counts for both. */
function alsoChanged(scene: Scene, { evidence, to, delta }: Reading['quantityChanges'][number]): Reading['quantityChanges'] {
  const { end } = plainRange(scene.plain, evidence);
  const next = new RegExp(`^,? (?:and|&|plus) (${englishCount}) (?:of )?(?:the )?`).exec(scene.words.slice(end, end + 40));
  const count = readNumber(next?.[1] ?? '');
  const mention = next && scene.mentions.find(({ start }) => start === end + next[0].length);
  if (!mention || count === null) return [];
  return [
    {
      ...proven(scene, end + next[0].indexOf(next[1] ?? ''), mention.end),
      sku: mention.sku,
      to: to === null ? null : count,
      delta: delta === null ? null : Math.sign(delta) * count,
    },
  ];
}

/** "Leave the matches out after all", "no need for the candles any more": the line stands between the words that drop it. */
const leaving = pattern('')`
  \b(?:
    (leave|take|strike|cross|knock|keep|drop)
    |(?:no (?:further )?need (?:for|of)|(?:won't|don't|shan't|no longer) (?:need|want)|(?:can|could|will) do without)
  )(?: (?:all|of|the|those|these|my|our|any))* $
`;
const leftOut = /^ (?:out|off)(?: (?:after all|then|please|of it|of this|this time|the (?:list|order)|my order|now|again))*(?=[,.;!\n]|$)/;
const nowNot = /^ (?:any ?more|after all|now|then|this time)(?=[,.;!\n]|$)/;

/** 书桌不要了, "the totes: cancel": the line stands before the words that drop it. */
function droppedBehindName(scene: Scene): { start: number; end: number; sku: string }[] {
  if (scene.note.lines.length < 2) return [];
  return scene.mentions.flatMap((mention) => {
    const after = pattern('')`
      ^ ?(?:就|都|先|那个|这个|全部|可以)*(?:不要|唔要|不用|不需要|取消|去掉|删掉|拿掉|不订|免)(?:了|咗|喇|啦|掉|吧|先)+
      |^(?: can| should| to)?(?: be)? (?:
        cancell?ed|dropped|removed|taken off|no longer needed|not needed(?: anymore| any more)?|left (?:off|out|behind)|scrapped|crossed off
      )\b
      |^(?: can| may| should| could)(?: all)? (?:
        stay (?:behind|home|with you|on your shelf|where they are|put)
        |come off|be skipped|wait for another (?:time|day)|go(?= please|[,.;!]|$)
      )
      |^ (?:are|is) (?:off|out)(?= the (?:order|list)|[,.;!]|$)
      |^ (?:aren't|won't be|isn't) (?:needed|wanted|required)
    `.exec(scene.words.slice(mention.end, mention.end + 30));
    if (after) return [{ start: mention.start, end: mention.end + after[0].length, sku: mention.sku }];
    const before = leaving.exec(scene.words.slice(Math.max(0, mention.start - 36), mention.start));
    const out = before && (before[1] ? leftOut : nowNot).exec(scene.words.slice(mention.end, mention.end + 30));
    return out ? [{ start: mention.start - before[0].length, end: mention.end + out[0].length, sku: mention.sku }] : [];
  });
}

/** "What would another 500 cost?" orders none. */
const isAskedAfter = (scene: Scene, start: number): boolean =>
  /\b(?:what|how much)\b[^,.;]*\b(?:cost|be|price|charge|set (?:me|us) back|come to)\b|\b(?:price|quote|quotation|cost)(?: (?:me|us))? (?:for|of|on)\b/.test(
    around(scene, start, start).clause,
  );

/** "One more try" is no more goods. */
const isTry = (scene: Scene, end: number): boolean =>
  /^ ?(?:more )?(?:try|tries|chance|go\b|time\b|(?:thing|question|note|request|favou?r|attempt|day|week|month|minute|hour|reminder|message|email)s?\b|[趟回次车批])/.test(
    scene.words.slice(end, end + 16),
  );

/** 送来的营柱少一根: what came was short. */
const isFound = (scene: Scene, start: number, end: number): boolean =>
  scene.words.slice(start, end).startsWith('少') &&
  /(?:送来|寄来|收到|到手|拿到|发来|寄嚟|送嚟|打开|拆开)[^,。]{0,8}$/.test(around(scene, start, start).before);

function denied(scene: Scene, start: number): boolean {
  return /(?:\b(?:don't|do not|never)|不要|别|不用) ?$/.test(around(scene, start, start).before);
}

/** The line a change speaks of: named right behind it, before it in the sentence, or the only one unless another thing is named. */
function mentionBeside(scene: Scene, start: number, end: number): { sku: string | null; right: { end: number } | null } {
  const clause = clauseAt(scene, start);
  const right = scene.mentions.find(
    (mention) =>
      mention.start >= start &&
      mention.start - end <= 10 &&
      mention.start < clause.end &&
      !/[\ufffc]/.test(scene.words.slice(end, mention.start)),
  );
  if (right) return { sku: right.sku, right: right.start >= end ? right : { end: Math.max(end, right.end) } };
  const behind = scene.words.slice(end, clause.end);
  const other = pattern('u')`
    ^ ?(?:of the |的)?(?!
      than|please|pls|pcs|pieces|units|(?:tins|cans|boxes|bags|packs|packets|bottles|jars|rolls|reams|sets|pairs|tubs|cases|sacks|bunches)\b(?! of)|instead|thanks|in total|total|would|will|should|might|could|can|are|is|was|ones?\b|each|all|per
      |altogether|and|of|for|by|as|in|on|to|more|if|with|now|not|because|after|altogether|不变|不改|没变|照旧|吧|就|了|行|好|谢|的|即可|也
      |都|这
    )(?:[a-z]{3}|\p{Script=Han}{2})
  `.test(behind);
  if (other) return { sku: null, right: null };
  const before = scene.mentions.findLast((mention) => mention.end <= start && clauseAt(scene, mention.start).sentence === clause.sentence);
  if (before) return { sku: before.sku, right: null };
  const told = new Set(scene.mentions.filter((mention) => mention.end <= start).map(({ sku }) => sku));
  if (scene.note.lines.length > 1 && told.size === 1) return { sku: [...told][0] ?? null, right: null };
  return { sku: scene.note.lines.length === 1 && sentenceAt(scene, start) ? (scene.note.lines[0]?.sku ?? null) : null, right: null };
}
