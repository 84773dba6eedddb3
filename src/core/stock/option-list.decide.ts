import { specKeys, type SpecKey } from '../notes/reading.ts';
import { locales, type Locale, type Localized } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { Option } from './catalogue.ts';
import { shorten, Unreadable } from './list.ts';

/**
 * Options as a list writes them: `color!=black|white/白色; engraving=text:20; length=20..200 cm`. An exclamation mark makes an
 * option required; a choice may carry its Chinese words, simplified then traditional, behind slashes.
 */
export function readOptions(cell: string): Option[] {
  const options = split(cell, ';').map(readOption);
  const twice = options.find(({ key }, at) => options.findIndex((other) => other.key === key) < at);
  if (twice) throw new Unreadable({ key: 'options_twice', name: twice.key });
  return options;
}

function readOption(text: string): Option {
  const [, name = '', required, value = ''] = /^(\w+)(!?)\s*=\s*(.+)$/s.exec(text) ?? [];
  if (!name) throw new Unreadable({ key: 'options_form', cell: shorten(text) });
  const key = specKeys.find((known) => known === name);
  if (!key) throw new Unreadable({ key: 'options_key', name: shorten(name), known: specKeys.join(', ') });
  return { key, label: labelOf(key), required: required === '!', ...readValues(value.trim()) };
}

function readValues(value: string): Pick<Option, 'choices' | 'range' | 'maxLength'> {
  const free = /^text:(\d{1,4})$/.exec(value);
  if (free) return { maxLength: Number(free[1]) };
  const measure = /^(\d+(?:\.\d+)?)\s*\.\.\s*(\d+(?:\.\d+)?)\s*(\S+)$/.exec(value);
  if (!measure) return { choices: split(value, '|').map(readChoice) };
  const [min, max] = [Number(measure[1]), Number(measure[2])];
  if (min > max) throw new Unreadable({ key: 'options_range', cell: shorten(value) });
  return { range: { min, max, unit: measure[3] ?? '' } };
}

function readChoice(text: string): { value: string; label: Localized; aliases: string[] } {
  const [value = '', simplified = value, traditional = simplified] = split(text, '/');
  return { value, label: { en: value, 'zh-CN': simplified, 'zh-TW': traditional }, aliases: [] };
}

function labelOf(key: SpecKey): Localized {
  const inWords = (locale: Locale): string => words(locale)(`notes:key.${key}`);
  return { en: inWords('en'), ...Object.fromEntries(locales.map((locale) => [locale, inWords(locale)])) };
}

export function split(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
