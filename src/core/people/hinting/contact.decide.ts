/** How somebody is reached elsewhere, in the one form in which two of it compare. */
export interface Contact {
  kind: 'email' | 'phone';
  value: string;
  /** As much of it as a colleague may see: two digits, or the first letter and where the mailbox is. */
  tail: string;
}

/** As it is kept: seen to be the same as another, and not to be read. */
export type KeptContact = Pick<Contact, 'kind' | 'tail'> & { digest: string };

const email = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/giu;

/** One message names so many, and no more are looked at. */
export const mostInMessage = 3;

/** The mailboxes in a text; white space of any width is no part of one, and `＠` is the sign too. */
export function emailsIn(text: string): Contact[] {
  const found = text.normalize('NFKC').match(email) ?? [];
  return [...new Set(found.map((one) => one.toLowerCase().replace(/^\.+/, '')))].slice(0, mostInMessage).map(emailOf);
}

export function emailOf(value: string): Contact {
  const at = value.lastIndexOf('@');
  return { kind: 'email', value, tail: `${value.slice(0, 1)}…${value.slice(at)}` };
}

/** `e164` as `+8613800001234`. */
export const phoneOf = (e164: string): Contact => ({ kind: 'phone', value: e164, tail: e164.slice(-2) });

/** Whether a text can name a number at all: reading one takes longer. */
export const mayHoldPhone = (text: string): boolean => (text.match(/\p{Nd}/gu)?.length ?? 0) >= 7;
