import type { Sight } from './sight.decide.ts';
import { pattern } from '../../text/pattern.ts';

/** What stands in the place of something a reader need not see, in their words. */
export interface Hidden {
  address: string;
  phone: string;
  email: string;
}

// of words that were read the end may be cut off: tom@acme is somebody's too
const email = /[^\s@＠<>(（]{1,64}[@＠](?:[^\s@＠<>)）,，;；。]{1,100}\.[^\s@＠<>)）,，;；。.]{2,20}|[a-z][a-z0-9-]{0,62})/giu;
// a code (HO-1001, SF12345678) is no phone, and a date is none either
const phone = /(?<![A-Za-z\p{Nd}#.-])(?:[+＋]|00)?[(（]?\p{Nd}[\p{Nd} ()（）.－-]{5,18}\p{Nd}(?![\p{Nd}%])/gu;
/** Whoever makes out an invoice needs all of it, and nobody can be rung under it. */
const taxBefore = pattern('iu')`
  (?:
    税号|稅號|纳税人识别号|納稅人識別號|统一(?:社会信用代码|编号)|統一編號|统编|統編|信用代码
    |\b(?:tax|vat|gst|ust|btw|tva)(?: ?-?(?:id|no|nr|reg|registration|identification|payer))*\.?(?: ?(?:number|no|id)\.?)?
    |\b(?:ein|abn|uscc|company (?:no|number))
  )[\s:：#.是为為is]*[A-Z]{0,3}$
`;
const taxTail = /^[A-Z0-9]{1,12}(?![a-z])/;
const isoDate = /^20\d\d-\d\d-\d\d$/;
const chineseAddress = pattern('gu')`
  [\p{Script=Han}\d]{1,24}?(?:路|街|大道|道|巷|弄|胡同|村)\s*[\p{Nd}一二三四五六七八九十百零〇]+\s*(?:号|號|弄)(?:
    [\p{Script=Han}\p{Nd}\s-]{0,16}?[\p{Nd}一二三四五六七八九十A-Za-z]\s*(?:号楼|號樓|楼|樓|层|層|室|座|栋|棟|单元|單元|房)
  )*
`;
const englishAddress = pattern('giu')`
  (?:(?:unit|suite|flat|apt\.?|apartment|room|floor|building) ?#?\w{1,6},? ?){0,2}\b\d{1,5}[a-z]?,? (?:[\w'.-]{1,20} ){1,4}?
  (?:street|st|road|rd|avenue|ave|boulevard|blvd|lane)\b\.?(?:,? (?:unit|suite|flat|apt\.?|apartment|room|floor|building) ?#?\w{1,6}){0,3}
`;

/**
 * Free words as a reader may see them. The order's own addresses are taken out wherever they stand, and what looks like an
 * address, a phone number or an e-mail address too: rather one word too many than somebody's number. `reached` are the numbers given
 * for the delivery, for those who bring it.
 */
export function masked(text: string, sight: Sight, known: readonly string[], hidden: Hidden, reached: readonly string[] = []): string {
  let shown = text;
  if (!sight.address) {
    for (const address of known) if (address.trim().length > 3) shown = shown.replaceAll(address.trim(), hidden.address);
    shown = shown.replaceAll(chineseAddress, hidden.address).replaceAll(englishAddress, hidden.address);
  }
  if (sight.contact) return shown;
  const open = sight.delivery ? reached.map(digitsOf) : [];
  return shown.replaceAll(email, hidden.email).replaceAll(phone, (found, at: number, all: string) => {
    if (!isNumber(found) || open.includes(digitsOf(found)) || isTaxId(found, at, all)) return found;
    return hidden.phone;
  });
}

const digitsOf = (text: string): string => (text.normalize('NFKC').match(/\p{Nd}/gu) ?? []).join('');

/** 税号91310000MA1FL0000X: behind a word for it, or digits that go on in capitals up to its fifteen to twenty signs. */
function isTaxId(found: string, at: number, all: string): boolean {
  if (taxBefore.test(all.slice(Math.max(0, at - 40), at))) return true;
  const tail = taxTail.exec(all.slice(at + found.length))?.[0] ?? '';
  const length = digitsOf(found).length + tail.length;
  return tail !== '' && !/\s/.test(found) && length >= 15 && length <= 20;
}

/** Long enough for somebody to be rung, and no date. */
function isNumber(found: string): boolean {
  return (found.match(/\p{Nd}/gu) ?? []).length >= 7 && !isoDate.test(found.trim());
}
