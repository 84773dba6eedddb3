import { find, named, type CatalogueIndex, type Match } from '../../stock/search.ts';
import { isHan, namePieces } from '../../stock/wording.ts';
import { light, lightHan } from './light.data.ts';
import { noGoods } from './no-goods.data.ts';
import { measureWords } from './quantity/units.data.ts';
import { spanOf, type Token, type Tokens } from './tokens.ts';

/** A product named in a text: tokens `from` up to `to`. */
export interface Mention {
  from: number;
  to: number;
  match: Match;
  /** Only the last part of a name ("chair", 椅): it counts as a product where it is counted or asked for. */
  generic: boolean;
  /** A single character, too short to mean a product on its own. */
  weak: boolean;
}

/** Characters that make another thing of what stands before them: 白板笔 is no 白板. */
const otherThing = /[笔垫套罩泡腿轮擦布贴线膜纸柜座盖灯椅桌机器带绳脚架板夹刷]/;
const ended = /(?:ed|ing|ly)$/;
export const colours = new Set(
  'black white grey gray red blue green yellow orange pink purple brown beige navy silver gold teal cream ivory walnut oak'.split(' '),
);

/** Longest known names first; `isChoice(i)` tells that token i is a choice of some product (a colour), so no part of a name. */
export function mentionsIn(tokens: Tokens, index: CatalogueIndex, isChoice: (at: number) => boolean): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.list.length; at += 1) {
    const mention = mentionAt(tokens.list, index, at);
    if (!mention) continue;
    const from = mentions.at(-1)?.to ?? 0;
    const widened = widen(tokens, index, mention, from, isChoice);
    if (widened.weak && goesOn(tokens.list, widened.to) && !isChoice(widened.to)) continue;
    mentions.push(widened);
    at = widened.to - 1;
  }
  return mentions;
}

/** 鼠镜 is no 鼠 although something sold ends in 鼠: one character names a thing only where its word ends. */
function goesOn(list: Token[], at: number): boolean {
  const [last, next] = [list[at - 1], list[at]];
  return (
    last?.kind === 'han' &&
    next?.kind === 'han' &&
    !lightHan.has(next.text) &&
    !(next.text in measureWords) &&
    !/[一二两三四五六七八九十百千万几半不没少多到送寄发去在前后周今明急尽谢]/.test(next.text)
  );
}

function mentionAt(list: Token[], index: CatalogueIndex, at: number): Mention | null {
  const pieces: string[] = [];
  let best: Mention | null = null;
  for (let to = at; to < list.length && pieces.length < index.longest + 1; to += 1) {
    const token = list[to];
    if (!token || token.kind === 'stop' || token.kind === 'times') break;
    if (token.kind === 'mark') {
      if (to > at && /^[-'’/]$/.test(token.text)) continue;
      break;
    }
    pieces.push(...(token.kind === 'word' ? [token.stem] : token.kind === 'han' ? [token.text] : namePieces(token.text)));
    const key = pieces.join('');
    if (key.length < 2 && !isHan(key)) continue;
    const match = index.names.has(key) || index.heads.has(key) ? named(index, pieces) : null;
    if (!match || match.kind === 'unknown') continue;
    const generic = !index.names.has(key);
    best = { from: at, to: to + 1, match, generic, weak: generic && key.length === 1 };
  }
  return best;
}

/** Takes in what makes it a different thing: unknown words before a generic one, a noun after a singular one. */
function widen(tokens: Tokens, index: CatalogueIndex, mention: Mention, limit: number, isChoice: (at: number) => boolean): Mention {
  const { list } = tokens;
  let { from, to } = mention;
  if (mention.generic) while (from > limit && mention.from - from < 6 && !isChoice(from - 1) && modifies(list, from - 1)) from -= 1;
  const last = list[to - 1];
  const next = list[to];
  const singular = last?.kind === 'word' && !/[^s]s$/.test(last.text);
  const noun =
    next?.kind === 'word' &&
    singular &&
    next.spaced &&
    next.text.length > 2 &&
    !isChoice(to) &&
    !light.has(next.text) &&
    !noGoods.has(next.text) &&
    !after.has(next.text) &&
    !ended.test(next.text);
  const suffix =
    next?.kind === 'han' &&
    last?.kind === 'han' &&
    otherThing.test(next.text) &&
    !isChoice(to) &&
    // 椅子座高 is how high a seat is.
    !(next.text === '座' && /[高深宽]/.test(list[to + 1]?.text ?? '')) &&
    // 桌子带抽屉 has drawers.
    !(next.text === '带' && list[to + 1]?.kind === 'han') &&
    mentionAt(list, index, to)?.weak !== false;
  if (noun || suffix) to += 1;
  if (from === mention.from && to === mention.to) return mention;
  const match = find(index, spanOf(tokens, from, to).text);
  // A product with one more word is asked about, never given up: it is still what the customer wrote.
  const kept: Match = match.kind === 'unknown' && to > mention.to ? doubt(mention.match) : match;
  return kept.kind === 'unknown'
    ? { ...mention, match: doubt(mention.match) }
    : { from, to, match: kept, generic: mention.generic && kept.kind !== 'exact', weak: false };
}

function doubt(match: Match): Match {
  return match.kind === 'exact' ? { kind: 'doubtful', skus: [match.sku], scores: [Math.min(match.score, 0.6)] } : match;
}

const counting = /[一二两三四五六七八九十百千万几半\d]/;

function modifies(list: Token[], at: number): boolean {
  const [before, token, next] = [list[at - 1], list[at], list[at + 1]];
  if (token?.kind === 'han')
    return (
      next?.kind === 'han' &&
      !lightHan.has(token.text) &&
      // 三把椅子 counts chairs, 床头柜 is a thing of its own.
      !(token.text in measureWords && (lightHan.has(token.text) || counting.test(before?.text ?? ''))) &&
      !/[一二两三四五六七八九十百千万不没无去掉减少寄到]/.test(token.text)
    );
  return (
    token?.kind === 'word' &&
    next?.kind === 'word' &&
    token.text.length > 2 &&
    !light.has(token.text) &&
    !noGoods.has(token.text) &&
    !after.has(token.text) &&
    !ended.test(token.text) &&
    !colours.has(token.text)
  );
}

/** Words that follow or join goods and belong to none of their names. */
export const after = new Set([
  ...colours,
  ..."to for with by before after at from on under until without within including please thanks engraved printed delivered urgent urgently asap which that who when where while because but or nor if not never no yes free same too either maybe cheers ta lol via per price prices cost costs deliver ship send remove drop delete change make cancel add less fewer instead dark light and plus also than rather more most about through ignore give tell bring three two four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred dozen couple does did has have had don't dont won't can't cannot".split(
    ' ',
  ),
]);
