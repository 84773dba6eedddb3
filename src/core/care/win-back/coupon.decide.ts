import type { Coupon } from './coupon.ts';
import { winBackCoupon } from './win-back.ts';

export type CouponRefusal = 'coupon_unknown' | 'coupon_foreign' | 'coupon_used' | 'coupon_expired';

export interface Spending {
  coupon: Coupon | null;
  /** Who wants to spend it. */
  customerId: string;
  /** Another order that has spent it. */
  spentBy: { id: string; number: string | null } | null;
  now: Temporal.Instant;
}

/** Why a coupon may not be spent; null where it may. Whose it is comes first: of somebody else's nothing is told. */
export function refusedCoupon({ coupon, customerId, spentBy, now }: Spending): CouponRefusal | null {
  if (!coupon) return 'coupon_unknown';
  if (coupon.customerId !== customerId) return 'coupon_foreign';
  if (spentBy) return 'coupon_used';
  return Temporal.Instant.compare(now, coupon.expiresAt) >= 0 ? 'coupon_expired' : null;
}

/** Without letters and digits that are taken for each other, as people read them to each other. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const signs = `${letters}23456789`;

/** A code people can type, from a token that nobody can guess. Its letter in front keeps it from looking like an order's number. */
export function codeOf(prefix: string, token: string): string {
  const sign = (of: string, at: number): string => of.charAt((token.charCodeAt(2 * at) * 31 + token.charCodeAt(2 * at + 1)) % of.length);
  return `${prefix}-${sign(letters, 0)}${[1, 2, 3, 4, 5].map((at) => sign(signs, at)).join('')}`;
}

const signsOfCode = '[A-HJKMNP-Z][A-HJKMNP-Z2-9]{5}';
const asCode = new RegExp(`^[A-Z]{4}-${signsOfCode}$`, 'i');
const lead =
  '(?:(?:and |with |please )*(?:use |using |apply |redeem )?(?:my |the |this )?(?:personal )?(?:coupon|voucher|promo|discount)?(?: ?code)?(?: is)? ?:? ?)?';
const han = '(?:(?:请|請)?(?:用|使用|兑换|兌換)?(?:我的)?(?:优惠券|優惠券|优惠码|優惠碼|折扣券|折扣码|折扣碼|券码|券碼)?(?:是)?[:：]? ?)?';
/** Words that say in so many words that a code follows. */
const called =
  '(?:coupon(?: code)?|voucher(?: code)?|promo code|discount code|code|优惠券|優惠券|优惠码|優惠碼|折扣券|折扣码|折扣碼|券码|券碼)(?: is|是)?[:：]? ?';
const around = (code: string): RegExp => new RegExp(`[,，;；]? ?(?:\\b${lead}|${han})(?<![A-Z0-9-])(${code})(?![A-Z0-9-])[.。!！]?`, 'i');
/** Many a word of two parts looks like a code of some other prefix: "hand-carved". */
const [ofOurs, ofAny] = [around(`${winBackCoupon.prefix}-${signsOfCode}`), around(`(?<=${called})[A-Z]{4}-${signsOfCode}`)];

/** A code as it is stored; null for what is none. */
export const readCode = (typed: string): string | null => {
  const text = typed.normalize('NFKC').trim();
  return asCode.test(text) ? text.toUpperCase() : null;
};

/** A code among words, and the words with blanks where it and what leads to it stood: everything else keeps its place. */
export function codeAmong(text: string): { code: string; rest: string } | null {
  const found = ofOurs.exec(text) ?? ofAny.exec(text);
  if (!found?.[1]) return null;
  const blanks = ' '.repeat(found[0].length);
  return { code: found[1].toUpperCase(), rest: text.slice(0, found.index) + blanks + text.slice(found.index + found[0].length) };
}
