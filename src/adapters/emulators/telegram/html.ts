import { badRequest } from './refusal.ts';

/** A text as its readers see it, and whom it calls. */
export interface Parsed {
  text: string;
  /** Names after "@" and people linked by `tg://user`. */
  pings: string[];
}

const allowed = new Set(['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'a', 'code', 'pre', 'blockquote', 'tg-spoiler']);
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads Telegram's HTML as strictly as Telegram does: a tag that is not allowed, not closed or closed in the wrong order is refused. */
export function parseHtml(source: string): Parsed {
  const open: string[] = [];
  const pings: string[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const next = source[at] ?? '';
    if (next === '<') {
      const tag = /^<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/i.exec(source.slice(at));
      if (!tag) throw badRequest(`can't parse entities: Unsupported start tag at byte offset ${Buffer.byteLength(source.slice(0, at))}`);
      readTag(tag, open, pings);
      at += tag[0].length;
    } else if (next === '&') {
      const entity = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/i.exec(source.slice(at));
      const written = entity && characterOf(entity);
      text += written ?? next;
      at += written === null || written === undefined ? 1 : (entity?.[0].length ?? 1);
    } else {
      text += next;
      at += 1;
    }
  }
  const [unclosed] = open;
  if (unclosed) throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed}"`);
  return { text, pings: [...pings, ...mentionsIn(text)] };
}

function readTag([, closing, written = '', attributes = '']: RegExpExecArray, open: string[], pings: string[]): void {
  const tag = written.toLowerCase();
  if (!allowed.has(tag)) throw badRequest(`can't parse entities: Unsupported start tag "${tag}"`);
  if (closing) {
    if (open.pop() !== tag) throw badRequest(`can't parse entities: Unexpected end tag "${tag}"`);
    return;
  }
  if (tag === 'blockquote' && open.includes('blockquote')) throw badRequest("can't parse entities: blockquotes can't be nested");
  open.push(tag);
  const person = /href="tg:\/\/user\?id=(\d+)"/.exec(attributes)?.[1];
  if (person) pings.push(person);
}

function characterOf([, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return named[name.toLowerCase()] ?? null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Five letters at least, and none before the sign. */
export const mentionsIn = (text: string): string[] =>
  Array.from(text.matchAll(/(?<![\w@/])@([a-z]\w{3,31})/gi), ([, name = '']) => name.toLowerCase());
