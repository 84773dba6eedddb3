import { record } from '../events/event.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import { addCustomer, linkAccount, rememberLocale } from '../people/people.store.ts';
import { findSpeaker, setReachable } from '../people/speaker.store.ts';
import type { Speaker } from '../people/person.ts';
import { detectLanguage } from '../text/language.ts';
import { locales, type Locale } from '../text/locale.ts';
import type { Turn } from '../turn.ts';

/** Who speaks, in which language they read. Somebody the desk has never met becomes a customer with no rights but their own. */
export async function whoSpeaks(turn: Turn, incoming: Incoming): Promise<Speaker> {
  const known = await findSpeaker(turn.tx, incoming.from, incoming.address);
  const speaker = known ?? (await welcome(turn, incoming));
  // whoever writes hears us
  if (known) await setReachable(turn.tx, incoming.from, true);
  const written = incoming.kind === 'message' ? languageOf(incoming.text) : null;
  if (!written || written === speaker.locale) return speaker;
  if (speaker.actor.kind === 'customer') await rememberLocale(turn.tx, speaker.actor.id, written);
  return { ...speaker, locale: written };
}

async function welcome(turn: Turn, incoming: Incoming): Promise<Speaker> {
  const business = await readBusiness(turn.tx);
  const { from, address } = incoming;
  const said = incoming.kind === 'message' ? detectLanguage(incoming.text.slice(0, 2000)) : null;
  const locale = locales.find((one) => one === from.locale) ?? (from.locale?.startsWith('en') ? 'en' : (said ?? business.locale));
  const id = turn.ids.uuid();
  const name = (from.name ?? from.key).slice(0, 200);
  await addCustomer(
    turn.tx,
    {
      id,
      name,
      company: null,
      locale,
      timeZone: null,
      tier: 'standard',
      priceList: 'standard',
      creditLimit: null,
      prepaid: false,
      address: null,
    },
    turn.now,
  );
  const dmKey = address.kind === 'dm' ? address.key : from.key;
  await linkAccount(
    turn.tx,
    { platform: from.platform, account: from.account, key: from.key, dmKey, preferred: true, customerId: id, staffId: null },
    turn.now,
  );
  await record(turn, { kind: 'customer.met', actor: { kind: 'customer', id, name }, via: address, customerId: id });
  return { actor: { kind: 'customer', id, name }, address, locale, timeZone: business.timeZone };
}

/** The language of a text that is long enough to tell: a lone "OK" or an order number changes nobody's language. */
function languageOf(text: string): Locale | null {
  const sample = text.slice(0, 2000);
  const detected = detectLanguage(sample);
  if (detected === 'en') return (sample.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= 3 ? 'en' : null;
  return detected;
}
