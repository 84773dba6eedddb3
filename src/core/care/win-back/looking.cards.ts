import { platformNames } from '../../messages/incoming.ts';
import type { Block, Draft } from '../../messages/card.ts';
import { plainWords } from '../../messages/plain.ts';
import type { Habit } from '../../orders/habit.store.ts';
import type { Said } from '../../people/consent.store.ts';
import type { Speaker } from '../../people/person.ts';
import { clock, date, quantity } from '../../text/format.ts';
import { words, type Words } from '../../text/words.ts';
import type { Standing } from './dormant.decide.ts';
import { fewestInArm, type Effect, type Outcome } from './effect.decide.ts';
import { reasonWords, stepWords } from '../timeline.cards.ts';
import type { Touch } from '../touch.ts';
import type { Arm, Enrolment, Obstacle } from './win-back.ts';

type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

/** Everything that says why a customer is written to of our own accord, or is not. */
export interface Known {
  name: string;
  standing: Standing;
  last: Habit['last'];
  enrolment: Enrolment | null;
  obstacle: Obstacle | null;
  said: Said | null;
  askedAt: Temporal.Instant | null;
  touches: readonly Touch[];
}

export function whyCard(known: Known, reader: Reader): Draft {
  const t = words(reader.locale);
  const { name, standing, enrolment, touches } = known;
  const silence = standing.silence;
  const usual = quantity(silence?.usualDays ?? 0, reader.locale);
  const allowed = String(silence?.allowedDays ?? '');
  const rhythm = silence?.usualDays === null ? t('offers:win.noRhythm', { allowed }) : t('offers:win.usual', { days: usual, allowed });
  const lines = touches.map((touch) => touchLine(touch, reader, t));
  const blocks: Block<never>[] = [
    { kind: 'heading', text: t('offers:win.title', { name }) },
    {
      kind: 'fields',
      fields: [
        { label: t('offers:win.last'), value: lastWords(known, reader, t) },
        ...(silence ? [{ label: t('offers:win.rhythm'), value: rhythm }] : []),
        { label: t('offers:win.offers'), value: saidWords(known, reader, t) },
        { label: t('offers:win.now'), value: nowWords(known, t) },
        ...(enrolment ? [{ label: t('offers:win.assigned'), value: assignedWords(enrolment, reader, t) }] : []),
      ],
    },
    { kind: 'text', text: lines.length > 0 ? [t('offers:win.touches'), ...lines].join('\n') : t('offers:win.noTouches') },
  ];
  return { blocks, fallback: plainWords(blocks) };
}

function lastWords({ last, standing }: Known, { locale, timeZone }: Reader, t: Words): string {
  if (!last || !standing.silence) return t('offers:win.neverOrdered');
  const day = date(last.at.toZonedDateTimeISO(timeZone).toPlainDate(), locale);
  return t('offers:win.lastOrder', { number: last.number, date: day, days: String(standing.silence.silentDays) });
}

function saidWords({ said, askedAt }: Known, reader: Reader, t: Words): string {
  if (!said) return t(askedAt ? 'offers:win.asked' : 'offers:win.neverAsked');
  const params = { channel: platformNames[said.platform], at: when(said.at, reader), words: said.evidence };
  return t(said.state === 'given' ? 'offers:win.agreed' : 'offers:win.ended', params);
}

function nowWords({ enrolment, obstacle }: Known, t: Words): string {
  if (enrolment?.state === 'under_way') return t('offers:win.arm.treated');
  // in which arm they come is told once they were assigned
  return obstacle ? t(`offers:reason.${obstacle}`) : t('offers:win.next');
}

function assignedWords({ assignedAt, arm, overAt, overBecause }: Enrolment, reader: Reader, t: Words): string {
  const told = { at: when(assignedAt, reader), arm: t(`offers:win.arm.${arm}`) };
  if (!overAt || overBecause === null) return t('offers:win.assignedAt', told);
  const why = overBecause === 'all_said' ? t('offers:win.allSaid') : reasonWords(overBecause, t);
  return t('offers:win.over', { ...told, overAt: when(overAt, reader), why });
}

function touchLine(touch: Touch, reader: Reader, t: Words): string {
  const { step, state, reason, sentAt, settledAt, dueAt } = touch;
  const told = { at: when(sentAt ?? settledAt ?? dueAt, reader), step: stepWords(step, t), state: t(`offers:state.${state}`) };
  return reason === null ? t('offers:win.touch', told) : t('offers:win.touchWhy', { ...told, why: reasonWords(reason, t) });
}

/** With the year: what somebody agreed to may be long ago. */
const when = (at: Temporal.Instant, { locale, timeZone }: Reader): string =>
  `${date(at.toZonedDateTimeISO(timeZone).toPlainDate(), locale)} ${clock(at, timeZone, locale)}`;

/** What the campaign brings, with how many it is told from; where that is too few, that alone. */
export function effectCard(effect: Effect, waiting: number, { locale }: Pick<Reader, 'locale'>): Draft {
  const t = words(locale);
  const { difference, interval, verdict } = effect;
  const points = (share: number): string => quantity(Math.round(share * 1000) / 10, locale);
  const [low, high] = interval ?? [0, 0];
  const said = t(`offers:effect.${verdict}`, {
    fewest: String(fewestInArm),
    difference: points(difference ?? 0),
    low: points(low),
    high: points(high),
  });
  const arms = (['treated', 'holdout'] as const).map((arm) => armWords(arm, effect[arm], points, t));
  const blocks: Block<never>[] = [
    { kind: 'heading', text: t('offers:effect.title') },
    { kind: 'text', text: [...arms, said].join('\n') },
    ...(waiting > 0 ? [{ kind: 'text' as const, text: t('offers:effect.waiting', { n: quantity(waiting, locale) }) }] : []),
    { kind: 'note', text: t('offers:effect.how') },
  ];
  return { blocks, fallback: plainWords(blocks) };
}

function armWords(name: Arm, { n, reordered }: Outcome, points: (share: number) => string, t: Words): string {
  const arm = t(`offers:effect.${name}`);
  if (n === 0) return t('offers:effect.armEmpty', { arm });
  return t('offers:effect.arm', { arm, reordered: String(reordered), n: String(n), share: points(reordered / n) });
}
