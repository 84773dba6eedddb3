import type { Incoming } from '../../messages/incoming.ts';

/** Digits and letters that nobody takes for one another (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Five bits each: 60 bits, which nobody guesses in ten minutes. */
const length = 12;

/** A code as people read and type it, `7K3M-9QXP-2HTV`, from an unguessable token: every sixth bit is left out. */
export function codeFrom(token: string): string {
  const signs = Array.from(token.slice(0, length), (sign) => alphabet[base64url.indexOf(sign) % alphabet.length] ?? '');
  if (signs.length < length || signs.includes('')) throw new Error('a token is too short for a code');
  return asWritten(signs.join(''));
}

const asWritten = (plain: string): string => plain.match(/.{4}/g)?.join('-') ?? plain;

/** The code somebody typed, as it was given out; null where it has not the form of one. */
export function codeOf(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isCode = plain.length === length && Array.from(plain).every((sign) => alphabet.includes(sign));
  return isCode ? asWritten(plain) : null;
}

/** `asked`: somebody typed a command that wants a code, so that they are told what is wrong with it. */
export interface TypedCode {
  code: string | null;
  asked: boolean;
}

/** Whose code a colleague asks for: "for Mei Lin", "给陈美"; null where nobody is named. */
export const customerMeant = (text: string): string | null =>
  /^\s*(?:for\s+|(?:给|給|为|為)\s*)(\S.{0,99})$/iu.exec(text)?.[1]?.trim() ?? null;

/** The code in what somebody sent, or null where it is about something else. A message must be the code alone, as it was given out. */
export function codeIn(incoming: Incoming): TypedCode | null {
  if (incoming.kind === 'message') {
    const isAlone = /^\s*[0-9a-z]{4}\p{Pd}[0-9a-z]{4}\p{Pd}[0-9a-z]{4}\s*$/iu.test(incoming.text);
    const code = isAlone ? codeOf(incoming.text) : null;
    return code ? { code, asked: false } : null;
  }
  if (incoming.kind !== 'command' || incoming.text.trim() === '' || incoming.text.length > 100) return null;
  // a colleague asks for a customer's: no code begins so
  if (customerMeant(incoming.text) !== null) return null;
  const code = codeOf(incoming.text);
  switch (incoming.command.toLowerCase()) {
    case 'link':
    case 'claim':
      return { code, asked: true };
    // anything else behind it tells where somebody comes from
    case 'start':
      return code ? { code, asked: true } : null;
    default:
      return null;
  }
}
