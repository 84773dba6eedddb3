import { platformNames } from '../../messages/incoming.ts';
import type { Actor } from '../../people/person.ts';
import type { Purpose } from '../../people/business.store.ts';
import { clock } from '../../text/format.ts';
import texts from '../../text/en/timeline.json' with { type: 'json' };
import { degradations } from '../../notes/model/second.ts';
import { actionIds, roles } from '../actions.ts';
import { actionWord, hiddenWords, wordsOf, type OrderView } from '../cards/view.ts';
import { changeWords } from './change.cards.ts';
import { masked } from './mask.decide.ts';
import { remember, type Remembered } from './remembered.decide.ts';
import { isEventKind, sharesReason, type Sight } from './sight.decide.ts';
import type { Happening } from './store.ts';
import { reasonDetails } from './why.cards.ts';

/** One reader of one order's history. */
export interface TimelineView {
  order: OrderView;
  reader: Extract<Actor, { kind: 'customer' | 'staff' }>;
  sight: Sight;
  /** What the conversations of the desk are for, by `platform:key`. */
  places: Map<string, Purpose[]>;
  /** Every address this order was to go to. */
  addresses: string[];
  /** Nothing that somebody wrote is shortened. */
  whole?: true;
}

type EventEntry = Extract<Happening, { source: 'event' }>;

/** Longer words are cut: the timeline tells what happened, not every word of it. */
const longest = 300;
const names: Record<string, string> = { ...platformNames, api: 'API' };

/** One entry: when, who did what where, and below it what changed and why. */
export function entryText(view: TimelineView, entry: Happening): string {
  const at = clock(entry.at, view.order.timeZone, view.order.locale);
  const [head = '', ...details] = entry.source === 'event' ? eventLines(view, entry) : messageLines(view, entry);
  return [`**${at}** ${head}`, ...details.map((line) => `• ${line}`)].join('\n');
}

function eventLines(view: TimelineView, entry: EventEntry): string[] {
  const t = wordsOf(view.order);
  const free = (text: string): string => freeWords(view, text);
  const [before, after] = [remember(entry.before), remember(entry.after)];
  const who = whoWords(view, entry);
  const where = whereWords(view, entry);
  const reason = view.sight.desk || sharesReason(entry.kind) ? entry.reason : null;
  return [
    sentenceOf(view, entry, after, who) + (where === '' ? '' : ` · ${where}`),
    ...changeWords(view, before, after, free),
    ...reasonDetails(view, { kind: entry.kind, reason }, after, free),
    ...(after.said ? [t('timeline:quote', { label: t('timeline:field.words'), text: free(after.said) })] : []),
  ];
}

/** The sentence of an event: in other words for a service, for what the desk does by itself, and for the customer it is about. */
function sentenceOf(view: TimelineView, { kind, actor, reason }: EventEntry, after: Remembered, who: string): string {
  const t = wordsOf(view.order);
  if (!isEventKind(kind)) return t('timeline:unknownEvent', { who, kind });
  if (kind === 'order.denied') {
    if (reason === 'not_yours' && !after.action) return t('timeline:denied.notTheirs', { who });
    if (after.code === 'unknown_order') return t('timeline:denied.notTheirs', { who });
    const action = actionIds.find((id) => id === after.action);
    if (action) return t('timeline:denied.action', { who, action: actionWord(t, view.order.facts.order, action, false) });
  }
  // where no answer came nobody has read it
  const why = degradations.find((known) => known === after.degraded);
  if (kind === 'note.read' && why) return t('timeline:noModelRead', { why: t(`model:degraded.${why}`) });
  const own = view.reader.kind === 'customer' && actor !== 'customer';
  const name = kind.replace('order.', '');
  if (own && isKey(name, texts.toYou)) return t(`timeline:toYou.${name}`, { who });
  if (actor === 'system' && isKey(name, texts.byItself)) return t(`timeline:byItself.${name}`, { who });
  if (view.order.facts.order.kind === 'service' && isKey(name, texts.service)) return t(`timeline:service.${name}`, { who });
  return t(`timeline:event.${kind}`, { who });
}

const isKey = <T extends object>(name: string, of: T): name is keyof T & string => Object.hasOwn(of, name);

function whoWords(view: TimelineView, { actor, actorId, actorName, actorRoles }: EventEntry): string {
  const t = wordsOf(view.order);
  const join = t('orders:card.listJoin');
  if (actor === 'system') return t('timeline:who.system');
  if (actor === 'api') return t('timeline:who.api', { name: actorName ?? '' });
  if (actor === view.reader.kind && actorId === view.reader.id) return t('timeline:who.you');
  const name = actorName ?? t('timeline:who.unknown');
  if (actor === 'customer') return t('timeline:who.customer', { name });
  const held = roles.filter((role) => actorRoles.includes(role)).map((role) => t(`timeline:role.${role}`));
  return held.length > 0 ? t('timeline:who.staff', { name, roles: held.join(join) }) : name;
}

/** Platform and conversation as people call them; where colleagues talk among themselves is not the customer's to know. */
function whereWords(view: TimelineView, { platform, conversation, conversationKind, actor }: EventEntry): string {
  const t = wordsOf(view.order);
  if (platform === null || (!view.sight.desk && actor !== 'customer')) return '';
  const purpose = view.places.get(`${platform}:${conversation}`)?.[0];
  const place = purpose ?? (conversationKind === 'dm' ? 'dm' : conversationKind === null ? null : 'group');
  const name = names[platform] ?? platform;
  return place === null ? name : t('timeline:where.at', { platform: name, place: t(`timeline:where.${place}`) });
}

/** What became of a message to the customer. */
function messageLines(view: TimelineView, { state, reason, text, platform }: Extract<Happening, { source: 'message' }>): string[] {
  const t = wordsOf(view.order);
  const known = isKey(state, texts.message) ? state : 'sent';
  const why = reason === null ? '' : isKey(reason, texts.undelivered) ? t(`timeline:undelivered.${reason}`) : reason;
  const head = t(`timeline:message.${known}`, { platform: names[platform ?? ''] ?? platform ?? '' });
  return [
    head,
    ...(why === '' ? [] : [t('timeline:set', { label: t('timeline:field.reason'), value: freeWords(view, why) })]),
    ...(text ? [t('timeline:quote', { label: t('timeline:field.text'), text: freeWords(view, text) })] : []),
  ];
}

/** What a person wrote: on one line, cut where it is long, without what this reader need not see. */
function freeWords({ order, sight, addresses, whole }: TimelineView, text: string): string {
  const t = wordsOf(order);
  const all = masked(text, sight, addresses, hiddenWords(t));
  if (whole) return all.trim();
  const shown = all.replaceAll(/\s+/g, ' ').trim();
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
