import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Reading } from '../reading.ts';
import { isOfPapers } from './phone/papers.ts';
import { cover, hide, proven, type Range, type Scene } from './text/scene.ts';
import { matchesOf } from './text/matches.ts';
import { pattern } from '../../text/pattern.ts';

const candidate = /(?<![\w#.-])(?:\+|00)?\(?\d[\d ().-]{5,18}\d(?![\w%])/g;
const anotherNumber = pattern('')`
  (?:
    \b(?:
      order|po|p\.o\.|invoice|ref(?:erence)?|tax|vat|gst|account|acct|iban|sku|serial|model|tracking|contract|project|id|code|ein|part|item
      |zip|postcode|qq|unit price
    )(?: (?:id|no\.?|number|code))?(?: is)?[ #.:：-]*
    |(?:订单|单|税|合同|采购|项目|工程|账|卡|发票|快递单|运单|序列|型|编|统一编|货)(?:编?号|号码)(?:是|为)?[:：]?
    |税号|统编|账户|密码|取件码|邮编
  )[a-z-]{0,5} ?$
`;
const phoneWord =
  /(?:\b(?:call|phone|mobile|cell|tel|telephone|ring|text|whatsapp|contact|reach|(?:my|our|his|her|their|the site|site|contact) number)\b|电话|手机|致电|打|联系|号码|座机)[^\n]{0,24}$/;

/** Numbers that Britain keeps for stories and examples have the right form, and the library refuses them. */
const reserved = /^\+44(?:7700900|1632960)\d{3}$/;
/** Too short for any country, behind a word for a phone. */
const tooShort =
  /(?:\b(?:call(?: me| us)?|phone|tel|mobile|cell|number|whatsapp|reach me)(?: is| at| on|:)* |电话|手机|致电)[:是为 ]*(\d[\d -]{3,6}\d)(?![\d:/.]|\s*(?:mm|cm|pm|am|点|号楼|楼))/;

/** "Engraved MILO on one side and 07700 900123 on the other": the number goes on to the goods. */
const moreLettering = /\ufffc[^.;!?\n]*\b(?:and|with)(?: [a-z]+)? $/;
/** What asks to be called, right before the number. */
const asked = /(?:\b(?:call|phone|ring|text|tel|mobile|cell)\b\.?(?: (?:me|us))?(?: (?:on|at))?|(?:联系)?(?:电话|手机)|致电|打)[ :]*$/;

/** 0912-345-678: ten digits that begin so are a mobile of Taiwan; behind such a prefix the mainland has eleven. */
const taiwanese = /^\(?09\d\d\)?[ .-]?\d{3}[ .-]?\d{3}$/;

const isTaiwanese = (written: string, timeZone: string): boolean =>
  taiwanese.test(written.trim()) && /^(?:CN|TW|HK|MO)$/.test(countryOf(timeZone) ?? '');

/** A Chinese mobile short of a digit is no landline, and a landline without its area is dialled from nowhere else. */
const isShort = (number: string): boolean => /^\+86(?:1[3-9]\d{0,8}|\d{1,8})$/.test(number);

/** A number as it is dialled from anywhere; null where it is none. In a zone without `+` it is one of that country. */
export function e164Of(written: string, timeZone: string): string | null {
  const parsed = parsePhoneNumberFromString(written.replace(/^00/, '+'), isTaiwanese(written, timeZone) ? 'TW' : countryOf(timeZone));
  if (!parsed || !(parsed.isValid() || reserved.test(parsed.number)) || isShort(parsed.number)) return null;
  return parsed.number;
}

/** The first valid phone for this delivery, whether an unusable one was given instead, and where one stands that is for the papers. */
export function readPhone(scene: Scene): { phone: Reading['phone']; contact: Range | null; papers: Range | null; unusable: boolean } {
  let broken: Range | null = null;
  let papers: Range | null = null;
  for (const match of matchesOf(scene.words, candidate)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const before = scene.words.slice(Math.max(0, start - 40), start);
    if (anotherNumber.test(before) || moreLettering.test(before)) continue;
    const lead = start - (asked.exec(before)?.[0].length ?? 0);
    const written = match[0].replace(/^00/, '+');
    const e164 = e164Of(written, scene.note.timeZone);
    if (isOfPapers(scene.words, start, end)) {
      if (e164 === null) continue;
      papers ??= { start: lead, end };
      // its digits count nothing, and nobody is to be called there about the goods
      cover(scene, lead, end);
      hide(scene, lead, end);
      continue;
    }
    if (e164 !== null && (phoneWord.test(before) || written.startsWith('+') || plausible(match[0]))) {
      const item = proven(scene, start, end);
      cover(scene, lead, start);
      hide(scene, start, end);
      return { phone: { ...item, e164 }, contact: { start, end }, papers, unusable: false };
    }
    if (phoneWord.test(before) && match[0].replace(/\D/g, '').length >= 6) broken ??= { start: lead, end };
  }
  const short = broken ? null : tooShort.exec(scene.words);
  if (short && !anotherNumber.test(scene.words.slice(0, short.index + short[0].length - (short[1] ?? '').length)))
    broken = { start: short.index, end: short.index + short[0].length };
  if (broken) {
    cover(scene, broken.start, broken.end);
    hide(scene, broken.start, broken.end);
  }
  return { phone: null, contact: broken, papers, unusable: broken !== null };
}

/** Without a word for it, only what is written like a phone and is no date. */
function plausible(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 13 && !/^20\d\d[-. ]?\d\d[-. ]?\d\d$|^\d{1,2}[.-]\d{1,2}[.-]20\d\d$/.test(written);
}

const countries = new Map<string, CountryCode | undefined>();
const frequent: Record<string, CountryCode> = {
  'Asia/Shanghai': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Taipei': 'TW',
  'Asia/Singapore': 'SG',
  'Asia/Tokyo': 'JP',
  'Asia/Macau': 'MO',
  'Europe/London': 'GB',
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Australia/Sydney': 'AU',
  'Australia/Melbourne': 'AU',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Denver': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
  'America/Vancouver': 'CA',
};

/** The country a time zone belongs to; the runtime knows the rest. */
function countryOf(timeZone: string): CountryCode | undefined {
  const known = frequent[timeZone];
  if (known) return known;
  if (!countries.has(timeZone)) {
    countries.set(
      timeZone,
      getCountries().find((country) => zonesOf(country).includes(timeZone)),
    );
  }
  return countries.get(timeZone);
}

function zonesOf(country: CountryCode): string[] {
  // The compiler's library does not know `getTimeZones` yet.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  return locale.getTimeZones?.() ?? [];
}
