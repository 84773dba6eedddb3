import { flags, specKeys } from '../notes/reading.ts';
import type { Product } from '../stock/catalogue.ts';
import { date, moment, moneyWords, quantity } from '../text/format.ts';
import { isChinese, inLanguage, type Locale } from '../text/locale.ts';
import { words, type Words } from '../text/words.ts';
import texts from '../text/en/checks.json' with { type: 'json' };
import type { Reason } from './approval.store.ts';

/** Who reads, and what their words need. */
interface ReasonReader {
  locale: Locale;
  timeZone: string;
  now: Temporal.Instant;
  products: ReadonlyMap<string, Product>;
}

/** Why an order is looked at, in one sentence: for the desk with the facts, for the customer politely. */
export function reasonWords(reader: ReasonReader, audience: 'desk' | 'customer', reason: Reason): string {
  const t = words(reader.locale);
  const written = Object.keys(reason.params).map((name) => [name, paramWords(reader, t, name, reason.params)]);
  const replace = { ...Object.fromEntries(written), key: reason.key };
  if (audience === 'customer') return t(`checks:customer.${known(reason.key, texts.customer)}`, { replace });
  return t(`checks:desk.${known(reason.key, texts.desk)}`, { replace });
}

// stored reasons outlive the version of the program that wrote them
function known<T extends { other: string }>(key: string, sentences: T): keyof T & string {
  return Object.hasOwn(sentences, key) ? (key as keyof T & string) : 'other'; // just looked up
}

/** The name of a parameter says what it is. */
function paramWords(reader: ReasonReader, t: Words, name: string, params: Record<string, string>): string {
  const stored = params[name] ?? '';
  const product = reader.products.get(params['product'] ?? '');
  const option = product?.options.find(({ key }) => key === params['option']);
  switch (name) {
    case 'product':
      return inLanguage(product?.names, reader.locale) ?? stored;
    case 'option':
      return inLanguage(option?.label, reader.locale) ?? keyWords(t, stored);
    case 'value':
    case 'other':
      return inLanguage(option?.choices?.find(({ value }) => value === stored)?.label, reader.locale) ?? stored;
    case 'wishes':
      return listed(
        reader.locale,
        stored.split(',').map((key) => keyWords(t, key)),
      );
    case 'topics':
      return listed(
        reader.locale,
        stored.split(',').map((topic) => topicWords(t, topic)),
      );
    case 'quantity':
    case 'usual':
    case 'noted':
    case 'days':
      return quantity(Number(stored), reader.locale);
    case 'asked':
    case 'promise':
      return date(Temporal.PlainDate.from(stored), reader.locale, reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate());
    case 'total':
    case 'price':
    case 'floor':
    case 'list':
    case 'exposure':
    case 'limit':
    case 'p95':
    case 'largest':
      return moneyWords(stored, reader.locale);
    case 'due':
      return moment(Temporal.Instant.from(stored), reader.timeZone, reader.locale);
    default:
      return stored;
  }
}

function topicWords(t: Words, topic: string): string {
  if (Object.hasOwn(texts.topic, topic)) return t(`checks:topic.${topic as keyof typeof texts.topic}`); // the line itself looked it up
  const flag = flags.find((candidate) => candidate === topic);
  return flag ? t(`notes:flag.${flag}`) : topic;
}

function keyWords(t: Words, key: string): string {
  const spec = specKeys.find((candidate) => candidate === key);
  return spec ? t(`notes:key.${spec}`) : key;
}

const listed = (locale: Locale, items: string[]): string => items.join(isChinese(locale) ? '、' : ', ');
