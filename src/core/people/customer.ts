import type { Locale } from '../text/locale.ts';

export const customerTiers = ['standard', 'core', 'vip'] as const;
export type CustomerTier = (typeof customerTiers)[number];

export interface CreditTerms {
  /** Minor units; null without a limit. */
  creditLimit: bigint | null;
  /** Nothing is prepared before it is paid, and no limit counts. */
  prepaid: boolean;
}

/** Who orders, and on what terms. */
export interface Customer extends CreditTerms {
  id: string;
  name: string;
  company: string | null;
  locale: Locale;
  timeZone: string | null;
  tier: CustomerTier;
  priceList: string;
  address: string | null;
}
