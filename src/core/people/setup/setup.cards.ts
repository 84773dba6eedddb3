import type { Block, Draft, Offer } from '../../messages/card.ts';
import type { Form } from '../../messages/form.ts';
import { platformNames } from '../../messages/incoming.ts';
import { plainWords } from '../../messages/plain.ts';
import type { Calendar } from '../../schedule/calendar.ts';
import { inLanguage, languageNames, locales, type Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { Business, Purpose } from '../business.store.ts';
import type { DeskConversation } from '../setup.store.ts';
import { purposes } from './typed.decide.ts';

export const setupActions = ['desk', 'desk_about', 'desk_hours'] as const;
export type SetupAction = (typeof setupActions)[number];
export const isSetupAction = (action: string): action is SetupAction => setupActions.some((known) => known === action);

export interface Standing {
  business: Business;
  calendar: Pick<Calendar, 'intervals'>;
  conversations: readonly DeskConversation[];
}

/** What the desk goes by: its name, times, money, language and conversations. */
export function deskCard({ business, calendar, conversations }: Standing, locale: Locale, leads: boolean): Draft {
  const t = words(locale);
  const where = (purpose: Purpose): string => {
    const there = conversations.filter((each) => each.purpose === purpose);
    return there.length > 0
      ? there.map(({ platform, name }) => `${platformNames[platform]} ${name}`).join(', ')
      : t(purpose === 'digest' ? 'setup:noDigest' : 'setup:nowhere');
  };
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: t('setup:title', { business: inLanguage(business.name, locale) }) },
    {
      kind: 'fields',
      fields: [
        { label: t('setup:field.hours'), value: hoursInWords(calendar.intervals, locale) },
        { label: t('setup:field.zone'), value: business.timeZone },
        { label: t('setup:field.currency'), value: business.currency },
        { label: t('setup:field.language'), value: languageNames[business.locale] },
      ],
    },
    { kind: 'text', text: purposes.map((purpose) => `• ${t(`setup:purpose.${purpose}`)} – ${where(purpose)}`).join('\n') },
    { kind: 'note', text: t('setup:how') },
    ...(leads
      ? [
          {
            kind: 'actions' as const,
            buttons: [
              { action: 'desk_about', label: t('setup:button.desk_about') },
              { action: 'desk_hours', label: t('setup:button.desk_hours') },
            ],
          },
        ]
      : []),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

/** Days with the same times stand together: "Mon–Fri 09:00–18:00". */
function hoursInWords(intervals: Calendar['intervals'], locale: Locale): string {
  const t = words(locale);
  const byDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    times: intervals
      .filter((interval) => interval.weekday === weekday)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(', '),
  }));
  const runs: { from: number; to: number; times: string }[] = [];
  for (const { weekday, times } of byDay) {
    const last = runs.at(-1);
    if (last?.times === times) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, times });
  }
  const day = (weekday: number): string => t(`setup:day.${weekday as 1}`); // 1 to 7, as the texts have them
  const open = runs.filter(({ times }) => times !== '');
  const each = open.map(({ from, to, times }) => `${from === to ? day(from) : `${day(from)}–${day(to)}`} ${times}`);
  return each.join('; ');
}

export function setupForm(action: Exclude<SetupAction, 'desk'>, id: string, { business }: Standing, locale: Locale): Form {
  const t = words(locale);
  const title = t(`setup:button.${action}`);
  if (action === 'desk_hours')
    return {
      id,
      title,
      fields: [
        { name: 'days', kind: 'text', label: t('setup:field.days'), required: true, value: 'mon-fri' },
        { name: 'times', kind: 'text', label: t('setup:field.times'), required: true, value: '09:00-18:00' },
      ],
    };
  const options = locales.map((value) => ({ value, label: languageNames[value] }));
  return {
    id,
    title,
    fields: [
      { name: 'name', kind: 'text', label: t('setup:field.name'), required: true, value: inLanguage(business.name, locale) },
      { name: 'zone', kind: 'text', label: t('setup:field.zone'), required: true, value: business.timeZone },
      { name: 'currency', kind: 'text', label: t('setup:field.currency'), required: true, value: business.currency },
      { name: 'language', kind: 'select', label: t('setup:field.language'), required: true, options, value: business.locale },
    ],
  };
}
