import * as calendar from './calendar.ts';
import type { DatePattern } from './pattern.ts';
import { pattern } from '../../../text/pattern.ts';

const fixed: { names: RegExp; month: number; day: number; examples: string[] }[] = [
  { names: /\bchristmas eve\b|\bxmas eve\b|平安夜|圣诞前夕/g, month: 12, day: 24, examples: ['christmas eve', '平安夜'] },
  {
    names:
      /\b(?:christmas|xmas)(?: day)?\b(?! eve)|(?:圣诞|耶诞)(?!老|树|袜|帽|灯|装|卡|歌|鹿|花|红|绿|色|款|风|主题|图|蛋糕|贴|元素|味)节?/g,
    month: 12,
    day: 25,
    examples: ['christmas', '圣诞', '耶诞'],
  },
  { names: /\bnew year'?s? eve\b|跨年夜?/g, month: 12, day: 31, examples: ["new year's eve"] },
  { names: /\b(?:the )?new year(?:'?s)?(?: day)?\b(?! eve)|元旦/g, month: 1, day: 1, examples: ['new year', '元旦'] },
  { names: /\bvalentine'?s?(?: day)?\b|(?<!白色)情人节/g, month: 2, day: 14, examples: ["valentine's day", '情人节'] },
  { names: /三八(?:妇女)?节?|妇女节/g, month: 3, day: 8, examples: ['三八节'] },
  { names: /五一(?:劳动节|节)?|劳动节/g, month: 5, day: 1, examples: ['五一'] },
  { names: /六一(?:儿童节|节)?|儿童节/g, month: 6, day: 1, examples: ['六一'] },
  { names: /教师节/g, month: 9, day: 10, examples: ['教师节'] },
  { names: /国庆节?|十一(?=之前|前|假期)/g, month: 10, day: 1, examples: ['国庆'] },
  { names: /\bhalloween\b|万圣节/g, month: 10, day: 31, examples: ['halloween'] },
  { names: /五四(?:青年节|节)|青年节/g, month: 5, day: 4, examples: ['五四青年节'] },
  { names: /植树节/g, month: 3, day: 12, examples: ['植树节'] },
  { names: /白色情人节/g, month: 3, day: 14, examples: ['白色情人节'] },
  { names: /愚人节|\bapril fools'?(?: day)?\b/g, month: 4, day: 1, examples: ['愚人节'] },
  { names: /\bst\.? patrick'?s?(?: day)?\b/g, month: 3, day: 17, examples: ["st patrick's day"] },
  { names: /\bindependence day\b|\bfourth of july\b/g, month: 7, day: 4, examples: ['independence day'] },
  { names: /\bboxing day\b/g, month: 12, day: 26, examples: ['boxing day'] },
  { names: /\b(?:bonfire|guy fawkes)(?: night)\b/g, month: 11, day: 5, examples: ['bonfire night'] },
  { names: /\bburns night\b/g, month: 1, day: 25, examples: ['burns night'] },
  { names: /\bhogmanay\b|\bnye\b/g, month: 12, day: 31, examples: ['hogmanay'] },
  { names: /\banzac day\b/g, month: 4, day: 25, examples: ['anzac day'] },
  { names: /\bcanada day\b/g, month: 7, day: 1, examples: ['canada day'] },
  { names: /\bveterans day\b|\bsingles'? day\b/g, month: 11, day: 11, examples: ['veterans day'] },
  { names: /建党节/g, month: 7, day: 1, examples: ['建党节'] },
  { names: /建军节|八一(?=建军|前|之前)/g, month: 8, day: 1, examples: ['建军节'] },
  { names: /光棍节/g, month: 11, day: 11, examples: ['光棍节'] },
  { names: /双十一|双11/g, month: 11, day: 11, examples: ['双十一'] },
  { names: /双十二|双12/g, month: 12, day: 12, examples: ['双十二'] },
];

const moving = pattern('g')`
  \bthanksgiving\b
  |\b(?:easter|whit|shrove|pancake|ash|palm|maundy|mothering|remembrance|bank holiday)(?:
    [ ](?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)
  )\b
  |\bgood friday\b|\beaster\b|\bmother'?s day\b|\bfather'?s day\b|\bblack friday\b|\bcyber monday\b|\b(?:chinese|lunar) new year\b
  |(?<!\d ?)\bcny\b(?! ?[\d.]| (?!please|pls|lah|hor|eve|or|and|if|thanks|can|is|ok)[a-z])
  |\b(?:mid-?autumn|mooncake|dragon ?boat|lantern|double ninth|qing ?ming|ching ming|tomb sweeping)(?: (?:festival|day))\b
  |\bmid-?autumn\b(?! (?:[a-z]|gift|box))
  |\b(?:deepavali|hari raya(?: (?:puasa|haji|aidilfitri))?|vesak(?: day)?|songkran|qixi|tet)\b
  |春节|农历新年|除夕|端午节?|中秋节?|元宵节?|清明节?|母亲节|父亲节|七夕节?|重阳节?|腊八节?|小年(?!轻)|过年(?=前|之前|要)|\blabor day\b
  |\blabour day\b|\bmemorial day\b|\bhanukkah\b|\bdiwali\b|\beid\b|\bramadan\b|\bpassover\b|感恩节|复活节
`;

export const feasts: DatePattern[] = [
  ...fixed.map(({ names, month, day, examples }): DatePattern => ({
    find: names,
    resolve: (_, { order }) => calendar.monthDay(order, month, day),
    examples: examples.map((written) => [
      written,
      `${month * 100 + day >= 1125 ? 2026 : 2027}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    ]),
  })),
  {
    find: moving,
    resolve: () => null,
    examples: [
      ['thanksgiving', null],
      ['春节', null],
      ['black friday', null],
    ],
  },
];
