import { createInstance, type TFunction } from 'i18next';
import enCare from './en/care.json' with { type: 'json' };
import enCases from './en/cases.json' with { type: 'json' };
import enChanging from './en/changing.json' with { type: 'json' };
import enChecks from './en/checks.json' with { type: 'json' };
import enDesk from './en/desk.json' with { type: 'json' };
import enFulfilling from './en/fulfilling.json' with { type: 'json' };
import enInsight from './en/insight.json' with { type: 'json' };
import enNotes from './en/notes.json' with { type: 'json' };
import enOffers from './en/offers.json' with { type: 'json' };
import enOrders from './en/orders.json' with { type: 'json' };
import enReviewing from './en/reviewing.json' with { type: 'json' };
import enTimeline from './en/timeline.json' with { type: 'json' };
import cnCare from './zh-CN/care.json' with { type: 'json' };
import cnCases from './zh-CN/cases.json' with { type: 'json' };
import cnChanging from './zh-CN/changing.json' with { type: 'json' };
import cnChecks from './zh-CN/checks.json' with { type: 'json' };
import cnDesk from './zh-CN/desk.json' with { type: 'json' };
import cnFulfilling from './zh-CN/fulfilling.json' with { type: 'json' };
import cnInsight from './zh-CN/insight.json' with { type: 'json' };
import cnNotes from './zh-CN/notes.json' with { type: 'json' };
import cnOffers from './zh-CN/offers.json' with { type: 'json' };
import cnOrders from './zh-CN/orders.json' with { type: 'json' };
import cnReviewing from './zh-CN/reviewing.json' with { type: 'json' };
import cnTimeline from './zh-CN/timeline.json' with { type: 'json' };
import twCare from './zh-TW/care.json' with { type: 'json' };
import twCases from './zh-TW/cases.json' with { type: 'json' };
import twChanging from './zh-TW/changing.json' with { type: 'json' };
import twChecks from './zh-TW/checks.json' with { type: 'json' };
import twDesk from './zh-TW/desk.json' with { type: 'json' };
import twFulfilling from './zh-TW/fulfilling.json' with { type: 'json' };
import twInsight from './zh-TW/insight.json' with { type: 'json' };
import twNotes from './zh-TW/notes.json' with { type: 'json' };
import twOffers from './zh-TW/offers.json' with { type: 'json' };
import twOrders from './zh-TW/orders.json' with { type: 'json' };
import twReviewing from './zh-TW/reviewing.json' with { type: 'json' };
import twTimeline from './zh-TW/timeline.json' with { type: 'json' };
import type { Locale } from './locale.ts';

const en = {
  care: enCare,
  cases: enCases,
  changing: enChanging,
  checks: enChecks,
  desk: enDesk,
  fulfilling: enFulfilling,
  insight: enInsight,
  notes: enNotes,
  offers: enOffers,
  orders: enOrders,
  reviewing: enReviewing,
  timeline: enTimeline,
};

/** The same keys with other words: what a language folder must hold. The compiler lists what is missing. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

const resources = {
  en,
  'zh-CN': {
    care: cnCare,
    cases: cnCases,
    changing: cnChanging,
    checks: cnChecks,
    desk: cnDesk,
    fulfilling: cnFulfilling,
    insight: cnInsight,
    notes: cnNotes,
    offers: cnOffers,
    orders: cnOrders,
    reviewing: cnReviewing,
    timeline: cnTimeline,
  },
  'zh-TW': {
    care: twCare,
    cases: twCases,
    changing: twChanging,
    checks: twChecks,
    desk: twDesk,
    fulfilling: twFulfilling,
    insight: twInsight,
    notes: twNotes,
    offers: twOffers,
    orders: twOrders,
    reviewing: twReviewing,
    timeline: twTimeline,
  },
} satisfies Record<Locale, SameKeys<typeof en>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk';
    contextSeparator: '|';
    pluralSeparator: '|';
    resources: typeof en;
  }
}

export type Words = TFunction<(keyof typeof en)[]>;

const namespaces = [
  'desk',
  'care',
  'cases',
  'changing',
  'checks',
  'fulfilling',
  'insight',
  'notes',
  'offers',
  'orders',
  'reviewing',
  'timeline',
] as const satisfies (keyof typeof en)[];

const i18n = createInstance({
  resources,
  fallbackLng: 'en',
  ns: namespaces,
  defaultNS: 'desk',
  initAsync: false,
  // keys are plain names with underscores, not variants of each other
  contextSeparator: '|',
  pluralSeparator: '|',
  // cards are escaped by each platform's renderer, not here
  interpolation: { escapeValue: false, skipOnVariables: true },
  returnNull: false,
  // a joint may be nothing at all, as between two Chinese sentences
  returnEmptyString: true,
});
await i18n.init();

const byLocale = new Map<Locale, Words>();

/** Every word a person reads, in their language. */
export function words(locale: Locale): Words {
  const known = byLocale.get(locale);
  if (known) return known;
  const fixed = i18n.getFixedT(locale, [...namespaces]);
  byLocale.set(locale, fixed);
  return fixed;
}
