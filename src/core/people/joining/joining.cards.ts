import { sentence, type Draft } from '../../messages/card.ts';
import { platformNames, type PersonRef } from '../../messages/incoming.ts';
import { clock, moment } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { GivenCode } from '../codes/giving.act.ts';
import type { Speaker } from '../person.ts';
import type { HeldAccount } from './joining.store.ts';

/** A code for one more account, with where it can be sent. `links`: addresses that open a chat with the desk and send it. */
export function codeCard(given: GivenCode, links: readonly string[], { locale, timeZone }: Pick<Speaker, 'locale' | 'timeZone'>): Draft {
  const t = words(locale);
  const text = t('link:code', { code: given.code, time: clock(given.expiresAt, timeZone, locale) });
  return sentence([text, ...links.map((link) => t('link:orOpen', { link }))].join('\n'));
}

/** A customer's code, for a colleague to pass on. */
export function passedOnCard(
  name: string,
  given: GivenCode,
  links: readonly string[],
  reader: Pick<Speaker, 'locale' | 'timeZone'>,
): Draft {
  const t = words(reader.locale);
  const text = t('link:codeFor', { name, code: given.code, until: moment(given.expiresAt, reader.timeZone, reader.locale) });
  return sentence([text, ...links.map((link) => t('link:orOpen', { link }))].join('\n'));
}

/** The accounts of somebody, each with the button that parts with it; the only one has none. */
export function accountsCard(accounts: readonly HeldAccount[], here: PersonRef, locale: Locale): Draft {
  const t = words(locale);
  const isHere = ({ platform, account, key }: HeldAccount): boolean =>
    platform === here.platform && account === here.account && key === here.key;
  // the key of an account says nothing to most people: it is there where two are on one platform
  const nameOf = ({ platform, key }: HeldAccount): string =>
    accounts.filter((other) => other.platform === platform).length > 1
      ? t('link:accountKey', { channel: platformNames[platform], key })
      : platformNames[platform];
  const lines = accounts.map((account) => t(isHere(account) ? 'link:accountHere' : 'link:account', { channel: nameOf(account) }));
  const buttons = accounts.slice(0, 10).map((held) => ({
    action: 'unlink',
    label: t('link:button.unlink', { channel: nameOf(held) }),
    args: { platform: held.platform, account: held.account, key: held.key },
  }));
  const text = [t(accounts.length > 1 ? 'link:accounts' : 'link:onlyAccount'), ...lines].join('\n');
  return sentence(text, accounts.length > 1 ? buttons : []);
}
