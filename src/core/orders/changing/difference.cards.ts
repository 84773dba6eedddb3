import type { Product } from '../../stock/catalogue.ts';
import { date, money, quantity } from '../../text/format.ts';
import { isChinese, inLanguage } from '../../text/locale.ts';
import { words, type Words } from '../../text/words.ts';
import type { Reader } from '../cards/view.ts';
import type { Side } from './wish.ts';

export interface ChangeReader extends Reader {
  now: Temporal.Instant;
  products: ReadonlyMap<string, Product>;
  currency: string;
}

type SideLine = NonNullable<Side['lines']>[number];

/** What differs, old → new, one sentence each, the price with its difference. */
export function differenceWords(reader: ChangeReader, before: Side, after: Side): string[] {
  const t = words(reader.locale);
  const none = t('changing:difference.none');
  const day = (iso: string | null | undefined): string => (iso ? dayWords(reader, iso) : none);
  return [
    ...linesWords(reader, t, before.lines ?? [], after.lines ?? []),
    ...(after.requestedDate === undefined
      ? []
      : [t('changing:difference.date', { from: day(before.requestedDate), to: day(after.requestedDate) })]),
    ...(after.address === undefined ? [] : [t('changing:difference.address', { from: before.address ?? none, to: after.address ?? none })]),
    ...(after.total === undefined || before.total === undefined ? [] : [totalWords(reader, t, BigInt(before.total), BigInt(after.total))]),
    ...(after.promise === undefined ? [] : [t('changing:difference.promise', { from: day(before.promise), to: day(after.promise) })]),
  ];
}

export const dayWords = ({ locale, timeZone, now }: ChangeReader, iso: string): string =>
  date(Temporal.PlainDate.from(iso), locale, now.toZonedDateTimeISO(timeZone).toPlainDate());

/** An amount with its sign: what it costs more, or less. */
function signed(reader: ChangeReader, delta: bigint): string {
  const amount = money(delta < 0n ? -delta : delta, reader.currency, reader.locale);
  return delta < 0n ? `−${amount}` : `+${amount}`;
}

function totalWords(reader: ChangeReader, t: Words, from: bigint, to: bigint): string {
  const written = (minor: bigint): string => money(minor, reader.currency, reader.locale);
  return t('changing:difference.total', { from: written(from), to: written(to), delta: signed(reader, to - from) });
}

function linesWords(reader: ChangeReader, t: Words, before: SideLine[], after: SideLine[]): string[] {
  const count = (line: SideLine): string => (line.quantity === null ? '?' : quantity(line.quantity, reader.locale));
  const removed = before.filter(({ id }) => !after.some((line) => line.id === id));
  return [
    ...after.flatMap((line): string[] => {
      const product = productName(reader, line);
      const old = before.find(({ id }) => id === line.id);
      if (!old) return [t('changing:difference.added', { product: lineWords(reader, line), count: count(line) })];
      const chosen = optionNames(reader, line);
      const isOther = JSON.stringify(old.options) !== JSON.stringify(line.options);
      return [
        ...(old.quantity === line.quantity ? [] : [t('changing:difference.quantity', { product, from: count(old), to: count(line) })]),
        ...(isOther ? [t('changing:difference.option', { product, from: optionNames(reader, old), to: chosen })] : []),
      ];
    }),
    ...removed.map((line) => t('changing:difference.removed', { product: lineWords(reader, line), count: count(line) })),
  ];
}

function productName({ products, locale }: ChangeReader, line: Pick<SideLine, 'sku' | 'words'>): string {
  return (line.sku && inLanguage(products.get(line.sku)?.names, locale)) || line.words;
}

/** A line with its choices. */
export function lineWords(reader: ChangeReader, line: Pick<SideLine, 'sku' | 'words' | 'options'>): string {
  if (line.options.length === 0) return productName(reader, line);
  const [open, close] = isChinese(reader.locale) ? ['（', '）'] : [' (', ')'];
  return `${productName(reader, line)}${open}${optionNames(reader, line)}${close}`;
}

/** Choices as the catalogue calls them in the reader's language. */
function optionNames({ products, locale }: ChangeReader, line: Pick<SideLine, 'sku' | 'options'>): string {
  const schema = line.sku ? products.get(line.sku)?.options : undefined;
  const names = line.options.map(({ key, value, unit }) => {
    const choice = schema?.find((option) => option.key === key)?.choices?.find((one) => one.value === value);
    return inLanguage(choice?.label, locale) ?? (unit ? `${value} ${unit}` : value);
  });
  return names.length > 0 ? names.join(isChinese(locale) ? '、' : ', ') : '–';
}
