import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import { sentence } from '../../messages/card.ts';
import type { Form } from '../../messages/form.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { anyOrder } from '../../orders/moving.store.ts';
import { readCalendar } from '../../schedule/calendar.store.ts';
import { replyPrivately, replyWords, whisperCard } from '../../talk/reply.act.ts';
import { languageNamed } from '../../text/language.ts';
import { inLanguage, languageNames } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { purposesOf, readBusiness, type Purpose } from '../business.store.ts';
import type { Speaker } from '../person.ts';
import { changeBusiness, freeDeskConversation, listDeskConversations, putDeskConversation, setHours } from '../setup.store.ts';
import { isLeader } from '../team/change.decide.ts';
import { readTeam } from '../team/team.store.ts';
import { deskCard, deskUsage, hereText, setupForm, type SetupAction, type Standing } from './setup.cards.ts';
import { daysInWords } from './hours.cards.ts';
import { currencyOf, readDesk, readHours, zoneOf, type Hours } from './typed.decide.ts';

type Said = { ok: true; text: string } | { ok: false; code: string; text: string };
interface About {
  name?: string;
  zone?: string;
  currency?: string;
  language?: string;
}

/** `/desk`: what the desk goes by; `/desk here review` and its like change it. */
export async function obeyDesk(turn: DeskTurn, speaker: Speaker, incoming: Incoming, text: string): Promise<void> {
  const t = words(speaker.locale);
  const typed = readDesk(text);
  if (speaker.actor.kind !== 'staff') return no(turn, speaker, incoming, 'staff_only', t('desk:staffOnly'));
  if (typed.verb === 'usage') return replyPrivately(turn, incoming, sentence(deskUsage(typed, speaker.locale)));
  if (typed.verb === 'show') return showDesk(turn, speaker, incoming);
  if (!(await leads(turn, speaker))) return no(turn, speaker, incoming, 'leaders_only', t('team:refused.leaders_only'));
  const said =
    typed.verb === 'here'
      ? await hereFor(turn, speaker, incoming, typed.purposes)
      : typed.verb === 'hours'
        ? await keepHours(turn, speaker, typed.hours)
        : await keepAbout(turn, speaker, { [typed.verb]: typed.value });
  if (!said.ok) return no(turn, speaker, incoming, said.code, said.text);
  // what a conversation is for is for everybody who reads there
  if (typed.verb === 'here') return replyWords(turn, incoming, said.text);
  await replyPrivately(turn, incoming, sentence(said.text));
}

export async function pressSetup(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  action: SetupAction,
): Promise<Outcome> {
  const t = words(speaker.locale);
  const refuse = async (code: string, text: string): Promise<Outcome> => {
    await record(turn, { kind: 'press.denied', actor: speaker.actor, via: speaker.address, reason: code });
    await whisperCard(turn, incoming, sentence(text));
    return { ok: false, refusal: { code, text } };
  };
  if (speaker.actor.kind !== 'staff') return refuse('staff_only', t('desk:staffOnly'));
  if (action === 'desk') {
    await showDesk(turn, speaker, incoming);
    return { ok: true };
  }
  if (!(await leads(turn, speaker))) return refuse('leaders_only', t('team:refused.leaders_only'));
  const values = incoming.kind === 'form' ? incoming.values : {};
  const hours = action === 'desk_hours' ? readHours(`${values['days'] ?? ''} ${values['times'] ?? ''}`) : null;
  if (action === 'desk_hours' && !hours) return refuse('hours', t('setup:refused.hours'));
  const said = hours ? await keepHours(turn, speaker, hours) : await keepAbout(turn, speaker, values);
  if (!said.ok) return refuse(said.code, said.text);
  await replyPrivately(turn, incoming, sentence(said.text));
  return { ok: true };
}

/** The form of a button of the desk; for whoever may not change it none opens, and the press says why. */
export async function formOfSetup(turn: DeskTurn, speaker: Speaker, button: BoundButton, action: SetupAction): Promise<Form | null> {
  if (action === 'desk' || !(await leads(turn, speaker))) return null;
  return setupForm(action, button.token, await standing(turn), speaker.locale);
}

const leads = async (turn: DeskTurn, { actor }: Speaker): Promise<boolean> => isLeader(await readTeam(turn.tx, turn.now), actor.id);

async function standing({ tx }: DeskTurn): Promise<Standing> {
  return { business: await readBusiness(tx), calendar: await readCalendar(tx), conversations: await listDeskConversations(tx) };
}

async function showDesk(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await replyPrivately(turn, incoming, deskCard(await standing(turn), speaker.locale, await leads(turn, speaker)));
}

/** From now on those cards come here; what stands elsewhere stays there. */
async function hereFor(turn: DeskTurn, speaker: Speaker, incoming: Incoming, purposes: Purpose[]): Promise<Said> {
  const t = words(speaker.locale);
  const { address } = incoming;
  if (address.kind === 'dm') return { ok: false, code: 'not_here', text: t('setup:refused.not_here') };
  const { platform, account, key } = address;
  const were = await purposesOf(turn.tx, address);
  const before = await freeDeskConversation(turn.tx, address);
  const name = (incoming.kind === 'command' ? incoming.place : undefined) ?? before?.name ?? null;
  for (const purpose of purposes) await putDeskConversation(turn.tx, { platform, account, key, purpose, name });
  await keep(turn, speaker, { here: purposes });
  return { ok: true, text: hereText(were, purposes, speaker.locale) };
}

async function keepHours(turn: DeskTurn, speaker: Speaker, hours: Hours): Promise<Said> {
  const t = words(speaker.locale);
  if (!(await setHours(turn.tx, hours))) return { ok: false, code: 'no_hours', text: t('setup:refused.no_hours') };
  const { weekdays, intervals, guessed } = hours;
  await keep(turn, speaker, { hours: { weekdays, intervals } });
  const times = intervals.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') || t('setup:closed');
  const kept = t('setup:kept', { what: `${daysInWords(weekdays, speaker.locale)} ${times}` });
  return { ok: true, text: guessed ? `${kept} ${t('setup:guessed')}` : kept };
}

async function keepAbout(turn: DeskTurn, speaker: Speaker, { name, zone, currency, language }: About): Promise<Said> {
  const t = words(speaker.locale);
  const business = await readBusiness(turn.tx);
  const fault = (code: 'name' | 'zone' | 'currency' | 'language' | 'has_orders', value: string): Said => ({
    ok: false,
    code,
    text: t(`setup:refused.${code}`, { value: value.slice(0, 60) }),
  });
  const newName = name?.trim() === inLanguage(business.name, speaker.locale) ? undefined : name?.trim();
  if (newName !== undefined && (newName === '' || newName.length > 100)) return fault('name', newName);
  const timeZone = zone === undefined ? undefined : zoneOf(zone);
  if (timeZone === null) return fault('zone', zone ?? '');
  const code = currency === undefined ? undefined : currencyOf(currency);
  if (code === null) return fault('currency', currency ?? '');
  if (code !== undefined && code !== business.currency && (await anyOrder(turn.tx))) return fault('has_orders', business.currency);
  const locale = language === undefined ? null : languageNamed(language);
  if (language !== undefined && !locale) return fault('language', language);
  const changes = {
    ...(newName === undefined ? {} : { name: newName }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(code === undefined ? {} : { currency: code }),
    ...(locale === null ? {} : { locale }),
  };
  await changeBusiness(turn.tx, changes);
  await keep(turn, speaker, changes);
  const what = [
    { label: t('setup:field.name'), value: newName },
    { label: t('setup:field.zone'), value: timeZone === business.timeZone ? undefined : timeZone },
    { label: t('setup:field.currency'), value: code === business.currency ? undefined : code },
    { label: t('setup:field.language'), value: locale === null || locale === business.locale ? undefined : languageNames[locale] },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [`${label}: ${value}`]));
  return { ok: true, text: what.length > 0 ? t('setup:kept', { what: what.join('; ') }) : t('setup:same') };
}

const keep = (turn: DeskTurn, speaker: Speaker, after: object): Promise<void> =>
  record(turn, { kind: 'desk.changed', actor: speaker.actor, via: speaker.address, after });

async function no(turn: DeskTurn, speaker: Speaker, incoming: Incoming, reason: string, text: string): Promise<void> {
  await record(turn, { kind: 'command.denied', actor: speaker.actor, via: speaker.address, reason });
  await replyPrivately(turn, incoming, sentence(text));
}
