import type { Config } from '#src/config.ts';
import { findBusiness, readBusiness, type Business } from '#core/people/business.store.ts';
import { foundBusiness } from '#core/people/setup.store.ts';
import type { Turn } from '#core/turn.ts';

/** The business as it stands; whoever brings products or people before the first start founds it with the settings. */
export async function theBusiness({ tx }: Turn, { timeZone, locale, currency }: Config): Promise<Business> {
  const standing = await findBusiness(tx);
  if (standing) return standing;
  const name = { en: 'Our business', 'zh-CN': '本店', 'zh-TW': '本店' };
  await foundBusiness(tx, { name, timeZone, locale, currency, orderPrefix: 'O-', origin: 'own', servedZones: [] }, officeHours);
  return readBusiness(tx);
}

const officeHours = {
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  holidays: new Map<string, string>(),
};
