import type { Reading, Span } from './reading.ts';

/**
 * The same reading where clauses that nobody could read are accounted for, however that came to be said: a model accounts for them and code
 * finds nothing asked, a colleague takes that for right, or says so without being asked. They wait for nobody any more, and where none is
 * left nobody is called for them.
 */
export function withoutUnread(reading: Reading, isAccountedFor: (clause: Span) => boolean): Reading {
  const unread = reading.unread.filter((clause) => !isAccountedFor(clause));
  const humanReasons = reading.humanReasons.filter((reason) => reason !== 'unread_text' || unread.length > 0);
  return { ...reading, unread, humanReasons, needsHuman: humanReasons.length > 0 };
}
