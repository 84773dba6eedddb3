import { fold, type Folded } from '../../text/fold.ts';
import type { Span } from '../reading.ts';
import { placeAt } from '../rules/address/places.ts';
import { readLimit } from '../rules/text/plain.ts';
import { stem } from '../../stock/wording.ts';
import { measuredAt } from './quantity/measured.ts';
import { pattern } from '../../text/pattern.ts';

/**
 * `word` is a Latin word, `han` one character, `number` plain digits, `measure` a number with a physical unit, `times` the sign in "3 x",
 * `stop` ends a clause, `opaque` holds what is never read as goods (links, markup, dates, money, text to print), `place` is an address,
 * `mark` is the rest.
 */
export type TokenKind = 'word' | 'han' | 'number' | 'measure' | 'times' | 'stop' | 'opaque' | 'place' | 'mark';

export interface Token {
  kind: TokenKind;
  /** As folded: lower case, simplified, half width. */
  text: string;
  stem: string;
  value: number;
  unit: string;
  start: number;
  end: number;
  /** Whether white space stands before it. */
  spaced: boolean;
}

export interface Tokens {
  original: string;
  list: Token[];
}

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const date =
  '\\d{1,4}(?:[/.-]\\d{1,2}){2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}(?::\\d{2}){1,2}(?:\\s?[ap]m\\b)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|\\d+(?:st|nd|rd|th)\\b|' +
  '(?:[\\d一二三四五六七八九十]{1,8}|下个?|本)月(?:\\s*[\\d一二三四五六七八九十]{1,8}\\s*[日号]?)?|(?:下下?|上|这|本)?(?:周|星期|礼拜)[一二三四五六日天末\\d]|[\\d一二三四五六七八九十]{1,8}(?:号楼?|日|点半?|楼|层|室|栋|折|元|块钱|岁|年)|' +
  `(?:${month})\\.? \\d{1,2}\\b|\\d{1,2} (?:of )?(?:${month})\\b|(?:周|星期|礼拜)`;
const forms: [TokenKind, RegExp | typeof measuredAt][] = [
  [
    'opaque',
    /<(script|style)\b[^]*?(?:<\/\1>|$)|```[^]*?(?:```|$)|https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|<[a-z/!@#][^<>\n]{0,300}>|[@#](?=[a-z_])[\w.-]+|:[a-z][a-z0-9_+-]+:|&[a-z]+;/y,
  ],
  [
    'opaque',
    pattern('y')`
      (?:[$¥€£]|usd|eur|rmb|cny|hk\$|nt\$)\s?\d[\d,.]{0,20}
      |\d[\d,.]{0,20}\s?(?:%|‰|[$¥€£]|usd\b|eur\b|rmb\b|cny\b|dollars?\b|euros?\b|美元|人民币)
      |(?<=(?:超过|多[过于]|高[过于]|低于|贵[过于]|不到))[\d一二两三四五六七八九十百千万]{1,12}(?:块钱?|元)
      |(?<=\b(?:costs?|costing|price is|comes to|goes) (?:more than|over|above|less than|under|below) )\d[\d,.]{0,12}
    `,
  ],
  [
    'opaque',
    pattern('y')`
      \b[a-z]{1,4}-\d+\b|#\d+
      |(?:order(?= ?(?:no|number|#|:|\d+(?!\d|,\d|\s?[a-z])))|po|订单|单号|合同)(?: ?(?:no\.?|number|编?号))?[ :#]*\d{3,}(?:[-/]\w{1,12})*
      |\+\d[\d ()-]{6,20}\d|\b1[3-9]\d{9}\b|\b1[3-9]\d(?: \d{4}){2}\b(?! ?\d)|\b09\d{2}(?: \d{3}){2}\b(?! ?\d)
      |\b0\d{1,2} \d{3,4} \d{4}\b(?! ?\d)|\d{2,5}(?:-\d{3,5}){1,3}
    `,
  ],
  ['opaque', new RegExp(date, 'y')],
  [
    'opaque',
    /\d+(?:\.\d+)?(?:\s?[x×*]\s?\d+(?:\.\d+)?){2}(?:\s?(?:mm|cm|m|厘米|公分|毫米|米))?|\d{2,}(?:\.\d+)?[x×*]\d{2,}(?:\.\d+)?(?:\s?(?:mm|cm|m|厘米|公分|毫米|米))?/y,
  ],
  ['measure', measuredAt],
  ['number', /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})* 000(?!\d)|\d+\u2044\d+|\d+(?:\.\d+)?/y],
  ['times', /[x×✕✖*](?=\s*\d)|[×✕✖](?=[一二两三四五六七八九十])|(?<=\d\s?)[x×✕✖*](?![a-z])/y],
  ['han', /\p{Script=Han}/uy],
  ['word', /[\p{L}\p{M}]+(?:['’][\p{L}]+)?/uy],
  ['stop', /[,;!?\n、。·•|]|\.(?!\d)|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]|…/y],
];
/** "1. lamp" numbers a list and a leading dash marks one: neither counts anything. */
const bullet = /(?<=^|\n)[ \t]*(?:\(?\d{1,2}(?:[.)](?!\d)|、)|\d\u20e3|[-–—*•·▪◦●○▶➤>✅☑✔](?=[ \t]|[^\d\s-]))[ \t]*/y;
const dashBullet = /(?<=^|\n)[ \t]*[-–—](?=\d)/y;
const printed =
  /(?:engrav\w*|print\w*|writ\w*|embroider\w*|say(?:s|ing)?|reads?|text|card|message|name|logo|label\w*|刻|印|写|绣|雕|字样|内容|卡片|标签)[^.!?。\n]{0,24}$/;

/** Cuts a text into tokens; every offset points into the text as it was typed. */
export function tokenize(original: string): Tokens {
  const folded = fold(original, readLimit);
  const list: Token[] = [];
  const dashes = (folded.text.match(/(?:^|\n)[ \t]*[-–—]\d/g) ?? []).length > 1;
  let at = 0;
  let spaced = false;
  while (at < folded.text.length) {
    const found = quotedAt(folded, at) ?? bulletAt(folded.text, at, dashes) ?? addressAt(folded.text, at) ?? formAt(folded, at);
    if (found) {
      list.push(token(folded, at, found, spaced));
      at += found.text.length;
      spaced = false;
      continue;
    }
    const mark = folded.text[at] ?? '';
    if (/\s/.test(mark)) spaced = true;
    else {
      list.push(token(folded, at, { kind: 'mark', text: mark }, spaced));
      spaced = false;
    }
    at += 1;
  }
  return { original, list };
}

export function spanOf({ original, list }: Tokens, from: number, to: number): Span {
  const start = list[from]?.start ?? 0;
  const end = list[to - 1]?.end ?? start;
  return { start, end, text: original.slice(start, end) };
}

/** What is never read as goods. */
export const isOpaque = ({ kind }: Token): boolean => kind === 'opaque' || kind === 'place';

type Found = { kind: TokenKind; text: string; value?: number; unit?: string };

function formAt(folded: Folded, at: number): Found | null {
  const before = folded.text[at - 1] ?? '';
  for (const [kind, form] of forms) {
    if (typeof form === 'function') {
      const measured = form(folded.text, at);
      if (measured) return { kind, ...measured };
      continue;
    }
    form.lastIndex = at;
    const found = form.exec(folded.text);
    if (!found || found[0] === '') continue;
    // A number glued to letters ("a4") starts none of these; a word does not start inside another.
    if (kind === 'opaque' && /[a-z]/.test(before) && /^[a-z\d]/.test(found[0])) continue;
    if (kind === 'number') return numberAt(folded, at, found[0]);
    return { kind, text: found[0] };
  }
  return null;
}

/** "1,000" and "1 000" are a thousand; a full-width comma between plain digits separates two items. */
function numberAt(folded: Folded, at: number, digits: string): Found {
  const comma = digits.indexOf(',');
  const wide = comma > 0 && folded.wide.has(at + comma) && !folded.wide.has(at);
  const text = wide ? digits.slice(0, comma) : digits;
  // A part of a thing (½) is no number of things: half says so.
  return { kind: 'number', text, value: text.includes('\u2044') ? 0.5 : Number(text.replaceAll(/[, ]/g, '')) };
}

function bulletAt(text: string, at: number, dashes: boolean): Found | null {
  if (at > 0 && text[at - 1] !== '\n') return null;
  for (const form of dashes ? [bullet, dashBullet] : [bullet]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found && found[0] !== '') return { kind: 'stop', text: found[0] };
  }
  return null;
}

function addressAt(text: string, at: number): Found | null {
  // An address starts with a word, a number or a character, and never inside one.
  if (!/[\p{L}\d]/u.test(text[at] ?? '') || (/[a-z\d]/.test(text[at - 1] ?? '') && /[a-z\d]/.test(text[at] ?? ''))) return null;
  const length = placeAt(text, at);
  return length > 0 ? { kind: 'place', text: text.slice(at, at + length) } : null;
}

/** A quoted text after "engraved" or 刻 goes on the goods: it is not read for goods. */
function quotedAt({ text }: Folded, at: number): Found | null {
  const close = { '"': '"', '“': '”', '「': '」', '『': '』', '《': '》' }[text[at] ?? ''];
  if (close === undefined || !printed.test(text.slice(Math.max(0, at - 40), at))) return null;
  const end = text.indexOf(close, at + 1);
  return end < 0 || end - at > 300 ? null : { kind: 'opaque', text: text.slice(at, end + 1) };
}

function token(folded: Folded, at: number, found: Found, spaced: boolean): Token {
  const start = folded.starts[at] ?? 0;
  const end = folded.ends[at + found.text.length - 1] ?? start;
  const { kind, text, value = 0 } = found;
  return { kind, text, stem: kind === 'word' ? stem(text) : text, value, unit: found.unit ?? '', start, end, spaced };
}
