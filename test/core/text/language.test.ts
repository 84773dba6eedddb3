import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, languageNamed, languageOfCode } from '#core/text/language.ts';
import { anyText } from '#test/support/any-text.ts';

describe('the language somebody writes in', () => {
  it.each([
    ['我要两把人体工学椅', 'zh-CN'],
    ['我要兩把人體工學椅', 'zh-TW'],
    ['订单呢', 'zh-CN'],
    ['訂單到哪了', 'zh-TW'],
    ['唔該，幾時到', 'zh-TW'],
    ['2 desk lamps please', 'en'],
    ['Where is my order?', 'en'],
    ['hello', 'en'],
    ['请发 3 个 desk lamp 到公司', 'zh-CN'],
    ['Please deliver the standing desk to 上海 office', 'en'],
    ['我要2把椅子', null],
    ['什么都可以', null],
    ['怎么用', null],
    ['HO-1042', null],
    ['👍', null],
    ['', null],
    ['123', null],
    ['これをください', null],
    ['Сколько стоит', null],
    ['谢谢', 'zh-CN'],
    ['謝謝', 'zh-TW'],
  ])('%j is %s', (text, locale) => {
    expect(detectLanguage(text)).toBe(locale);
  });

  it.each([
    ['English', 'en'],
    ['英语', 'en'],
    ['中文', 'zh-CN'],
    ['繁體中文', 'zh-TW'],
    ['zh_Hant', 'zh-TW'],
    ['Klingon', null],
    ['', null],
  ])('called %j is %s', (name, locale) => {
    expect(languageNamed(name)).toBe(locale);
  });

  it('can be asked about any text', () => {
    fc.assert(fc.property(anyText(), (text) => void detectLanguage(text)));
  });

  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-hans', 'zh-CN'],
    ['zh_Hans_SG', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant-MO', 'zh-TW'],
    ['de-DE', null],
    ['english', null],
    ['', null],
  ])('the code %j of a platform stands for %s', (code, locale) => {
    expect(languageOfCode(code)).toBe(locale);
  });
});
