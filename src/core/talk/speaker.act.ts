import { record } from '../events/event.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import { meetCustomer } from '../people/account.store.ts';
import { rememberLocale } from '../people/people.store.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import type { Speaker } from '../people/person.ts';
import { readIntent } from '../notes/intent/intent.ts';
import { zoneOf } from '../people/setup/typed.decide.ts';
import { detectLanguage, languageOfCode } from '../text/language.ts';
import type { Locale } from '../text/locale.ts';
import type { Turn } from '../turn.ts';

/** Who speaks, in which language they read. Somebody the desk has never met becomes a customer with no rights but their own. */
export async function whoSpeaks(turn: Turn, incoming: Incoming): Promise<Speaker> {
  const known = await findSpeaker(turn.tx, incoming.from, incoming.address);
  const speaker = known ?? (await welcome(turn, incoming));
  // whoever writes hears us
  const written = incoming.kind === 'message' ? languageOf(incoming.text) : null;
  if (!written || written === speaker.locale) return speaker;
  if (speaker.actor.kind === 'customer') await rememberLocale(turn.tx, speaker.actor.id, written);
  return { ...speaker, locale: written };
}

async function welcome(turn: Turn, incoming: Incoming): Promise<Speaker> {
  const business = await readBusiness(turn.tx);
  const { from, address } = incoming;
  const said = incoming.kind === 'message' ? detectLanguage(incoming.text.slice(0, 2000)) : null;
  const locale = languageOfCode(from.locale ?? '') ?? said ?? business.locale;
  // null where the platform tells none: then the business' own zone goes on to hold, also when that changes
  const told = from.timeZone ?? '';
  // a bare offset knows no summer
  const timeZone = /^[a-z]/i.test(told) ? zoneOf(told) : null;
  const id = turn.ids.uuid();
  const name = (from.name?.trim() || from.key).slice(0, 200);
  const dmKey = address.kind === 'dm' ? address.key : from.key;
  if (!(await meetCustomer(turn.tx, { id, name, locale, timeZone, from, dmKey }, turn.now))) {
    const known = await findSpeaker(turn.tx, from, address);
    if (known) return known;
    throw new Error('an account is taken and speaks for nobody');
  }
  await record(turn, { kind: 'customer.met', actor: { kind: 'customer', id, name }, via: address, customerId: id });
  return { actor: { kind: 'customer', id, name }, address, locale, timeZone: timeZone ?? business.timeZone };
}

/**
 * The language of words that are enough to tell: "OK", an order number or a lone 退订, which the help itself teaches, change
 * nobody's language.
 */
function languageOf(text: string): Locale | null {
  const sample = text.slice(0, 2000);
  const detected = detectLanguage(sample);
  if (detected === null) return null;
  const said = sample.match(detected === 'en' ? /[A-Za-z]{2,}/g : /\p{Script=Han}/gu)?.length ?? 0;
  const { kind } = readIntent(text);
  const enough = kind === 'words' || kind === 'catalogue' ? 3 : detected === 'en' ? 4 : 5;
  return said >= enough ? detected : null;
}
