import { sentence } from '../messages/card.ts';
import type { Unshown } from '../messages/delivery.decide.ts';
import { platformNames, type Address } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { findFileMessage, livePlaces } from '../messages/outbox.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { deskPlaces } from '../people/colleague.store.ts';
import { findReader } from '../people/speaker.store.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { liveName } from './show.act.ts';

/** A file is not shown where its name stands: whoever reads there is told so, and where that is a customer, colleagues are told too, and why. */
export async function tellUnshown(turn: Turn, messageId: string, reason: Unshown): Promise<void> {
  const { tx } = turn;
  const message = await findFileMessage(tx, messageId);
  if (!message) return;
  const { to, file, caseId } = message;
  const business = await readBusiness(tx);
  const reader = await findReader(tx, to);
  const isCustomer = reader?.actor.kind === 'customer';
  const under = caseId ? liveName(caseId) : null;
  const tell = (place: Address, key: string, text: string): Promise<void> =>
    say(turn, {
      to: place,
      class: 'transactional',
      dedupeKey: `unshown:${messageId}:${key}`,
      card: sentence(text),
      ...(caseId ? { caseId } : {}),
      ...(under ? { under } : {}),
    });
  const facts = { name: file.name, channel: platformNames[to.platform], from: platformNames[file.platform] };
  const t = words(reader?.locale ?? business.locale);
  const why = t(`cases:unshown.${reason}`, facts);
  await tell(to, 'reader', isCustomer ? t('cases:unshownToYou', { ...facts, why }) : t('cases:unshownHere', { ...facts, why }));
  if (!isCustomer) return;
  const known = under ? await livePlaces(tx, under) : [];
  for (const place of known.length > 0 ? known : await deskPlaces(tx, 'review')) {
    const told = words((await findReader(tx, place))?.locale ?? business.locale);
    const text = told('cases:unshownTo', { ...facts, customer: reader.actor.name, why: told(`cases:unshown.${reason}`, facts) });
    await tell(place, `${place.platform}:${place.account}:${place.key}`, text);
  }
}
