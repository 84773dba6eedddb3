import type { Block, Draft, Offer } from '../../messages/card.ts';
import type { Form } from '../../messages/form.ts';
import { platformNames } from '../../messages/incoming.ts';
import { plainWords } from '../../messages/plain.ts';
import type { Calendar } from '../../schedule/calendar.ts';
import { inLanguage, languageNames, locales, type Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { Business, Purpose } from '../business.store.ts';
import type { DeskConversation } from '../setup.store.ts';
import { hoursInWords } from './hours.cards.ts';
import { deskVerbs, purposes, type TypedDesk } from './typed.decide.ts';

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

/** What a channel is for from now on, and what it was for until now. */
export function hereText(were: readonly Purpose[], now: readonly Purpose[], locale: Locale): string {
  const t = words(locale);
  const join = t('team:join');
  const ended = were.filter((purpose) => !now.includes(purpose));
  if (now.length === 0) return were.length > 0 ? t('setup:freed', { ended: ended.join(join) }) : t('setup:wasFree');
  const here = t('setup:here', { purposes: now.map((purpose) => t(`setup:purpose.${purpose}`)).join(join) });
  const together = purposes.filter((purpose) => now.includes(purpose) || were.includes(purpose)).join(' ');
  return ended.length > 0 ? `${here}\n${t('setup:ended', { ended: ended.join(join), together })}` : here;
}

/** What of a command was not understood, and how the line that was meant is written. */
export function deskUsage({ about, fault, typed }: Extract<TypedDesk, { verb: 'usage' }>, locale: Locale): string {
  const t = words(locale);
  const said = fault ? [t(`setup:fault.${fault}`, { typed: typed.slice(0, 60).toWellFormed() })] : [];
  const lines = about ? [t(`setup:usage.${about}`)] : deskVerbs.map((verb) => t(`setup:usage.${verb}`));
  return [...said, t('desk:usage', { usage: lines.join('\n') })].join('\n');
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
