import { record } from '../../events/event.store.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { openOrders } from '../../orders/order.store.ts';
import { replyWords, whisper } from '../../talk/reply.act.ts';
import { clock } from '../../text/format.ts';
import { languageOfCode } from '../../text/language.ts';
import { inLanguage } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { Turn } from '../../turn.ts';
import { joinAccount } from '../joining/joining.act.ts';
import { readBusiness } from '../business.store.ts';
import type { Speaker } from '../person.ts';
import { findSpeaker } from '../speaker.store.ts';
import { becomeAdministrator, leaders } from './claiming.act.ts';
import { codeIn } from './code.decide.ts';
import { countWrong, dropCode, forgetWrong, lockCode, lockedUntil, useCode, type KnownCode } from './code.store.ts';
import { joinTeam } from './inviting.act.ts';

/** Who sent the code: somebody known, or a name and a language. */
export type Sender = Pick<Speaker, 'locale' | 'timeZone'> & { known: Speaker['actor'] | null; name: string };

export type Redeemed = { ok: true } | { ok: false; code: string; text: string };

/** A code that somebody sent, alone or with a command; null where the incoming is about something else. */
export async function heardCode(turn: Turn, incoming: Incoming): Promise<Outcome | null> {
  const typed = codeIn(incoming);
  if (!typed) return null;
  const sender = await senderOf(turn, incoming);
  const t = words(sender.locale);
  if (incoming.address.kind !== 'dm') {
    // whoever reads along could use it
    if (typed.code && (await lockCode(turn.tx, typed.code))?.usedAt === null) await dropCode(turn.tx, typed.code);
    await whisper(turn, incoming, t('link:readByOthers'));
    return refused(turn, incoming, sender, { code: 'read_by_others', text: t('link:readByOthers') });
  }
  const no = async (code: string, text: string): Promise<Outcome> => {
    await replyWords(turn, incoming, text);
    return refused(turn, incoming, sender, { code, text });
  };
  if (!typed.code) return no('no_code', t('link:noCode'));
  const until = await lockedUntil(turn.tx, incoming.from, turn.now);
  if (until) return no('locked', t('link:locked', { time: clock(until, sender.timeZone, sender.locale) }));
  const known = await lockCode(turn.tx, typed.code);
  const fault = known ? faultOf(known, turn.now) : 'wrong';
  if (!known || fault) {
    await countWrong(turn.tx, incoming.from, turn.now);
    const claimedBy = known?.kind === 'claim' ? await leaders(turn) : [];
    const text = claimedBy.length > 0 ? t('link:claimedBy', { names: claimedBy.join(', ') }) : t(`link:${fault ?? 'wrong'}`);
    return no(fault ?? 'wrong', text);
  }
  const redeemed = await redeem(turn, incoming, sender, known);
  if (!redeemed.ok) return no(redeemed.code, redeemed.text);
  await useCode(turn.tx, typed.code, turn.now);
  await forgetWrong(turn.tx, incoming.from);
  return { ok: true };
}

function faultOf({ usedAt, expiresAt }: KnownCode, now: Temporal.Instant): 'used' | 'expired' | null {
  if (usedAt) return 'used';
  return Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : null;
}

async function redeem(turn: Turn, incoming: Incoming, sender: Sender, code: KnownCode): Promise<Redeemed> {
  const busy = code.customerId === null ? await ordersInTheWay(turn, sender) : null;
  if (busy) return { ok: false, code: 'open_orders', text: words(sender.locale)('link:openOrders', { numbers: busy }) };
  if (code.kind === 'claim') return claim(turn, incoming, sender);
  if (code.staffId !== null) return joinTeam(turn, incoming, sender, code.staffId, code.kind);
  return joinAccount(turn, incoming, sender, code.customerId ?? '');
}

/** Whoever becomes a colleague would decide about their own orders: those must be over. */
async function ordersInTheWay(turn: Turn, { known }: Sender): Promise<string | null> {
  if (known?.kind !== 'customer') return null;
  const open = await openOrders(turn.tx, known.id, 3);
  return open.length === 0 ? null : open.map(({ number }) => number ?? '?').join(', ');
}

async function claim(turn: Turn, incoming: Incoming, sender: Sender): Promise<Redeemed> {
  const t = words(sender.locale);
  const names = await leaders(turn);
  if (names.length > 0) return { ok: false, code: 'claimed', text: t('link:claimedBy', { names: names.join(', ') }) };
  const actor = sender.known ?? { kind: 'customer' as const, id: '', name: sender.name };
  await becomeAdministrator(turn, incoming, { actor, locale: sender.locale });
  const { name: called, timeZone: zone, currency } = await readBusiness(turn.tx);
  const goesBy = t('link:goesBy', { zone, currency });
  const claimed = t('link:claimed', { name: sender.name, business: inLanguage(called, sender.locale) });
  await replyWords(turn, incoming, `${goesBy}\n${claimed}`, [
    { action: 'desk_about', label: t('setup:button.desk_about'), style: 'primary' },
    { action: 'team', label: t('team:button.team') },
    { action: 'desk', label: t('setup:button.desk') },
  ]);
  return { ok: true };
}

async function senderOf(turn: Turn, { from, address }: Incoming): Promise<Sender> {
  const speaker = await findSpeaker(turn.tx, from, address);
  if (speaker) return { known: speaker.actor, name: speaker.actor.name, locale: speaker.locale, timeZone: speaker.timeZone };
  const business = await readBusiness(turn.tx);
  const name = (from.name?.trim() || from.key).slice(0, 200);
  return { known: null, name, locale: languageOfCode(from.locale ?? '') ?? business.locale, timeZone: business.timeZone };
}

async function refused(turn: Turn, incoming: Incoming, { known }: Sender, refusal: { code: string; text: string }): Promise<Outcome> {
  await record(turn, { kind: 'code.denied', actor: known ?? { kind: 'system' }, via: incoming.address, reason: refusal.code });
  return { ok: false, refusal };
}
