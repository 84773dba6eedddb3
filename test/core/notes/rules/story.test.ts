import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Europe/London',
    lines: [
      { sku: 'RG', names: ['Wool rug'], quantity: 2 },
      { sku: 'LM', names: ['Floor lamp'], quantity: 3 },
    ],
  });
const unread = (text: string): string[] => read(text).unread.map((span) => span.text);
/** Whether anything at all of a clause reaches anybody. */
const isHeard = (text: string): boolean => {
  const { unread: open, flags, specs, urgent, deadline, needsHuman } = read(text);
  return needsHuman || urgent !== null || deadline !== null || [open, flags, specs].some(({ length }) => length > 0);
};

describe('a clause that tells what was, what somebody does, or what was good', () => {
  it.each([
    'my uncle kept bees behind the chapel for thirty years',
    'Our old verger sang in the opera once.',
    'met your founder at a conference in Utrecht',
    'the harvest supper was a riot',
    'my gran grumbles about everything these days',
    'the twins snored all through the sermon',
    'the carnival was splendid again',
    'Mrs Baptiste taught both my girls',
    'your lads were so polite last time',
    'the village got a new bandstand in 2011',
    'our landlord plays the bassoon',
    'the orchard belongs to my cousins',
    'her late uncle sailed to Iceland in a bathtub',
    'number three grandchild arrived in August',
    'we grow dahlias along the old railway',
    'warm greetings from the whole parish',
    'the town clock was mended in March',
    'my cousin painted the ceiling of the parish hall',
    'there are swallows in the rafters',
    "she'd have laughed at the hats",
    'every spring we walk to the source of the Severn',
  ])('%j leaves nothing unread', (text) => expect(unread(text)).toEqual([]));

  it.each([
    'my uncle kept bees so nothing that smells of smoke',
    'the lid came away in my hand',
    'our caretaker forbids nails in the panelling',
    'my niece chews whatever she can reach',
    'the last lot arrived dented',
    'our landlord locks the yard at dusk',
    'my sister has the spare key',
    'no tassels',
    'best before not earlier than May',
    'her eyes are poor',
    'my father is in a wheelchair',
    'the ferry leaves on Saturday',
    'the hem was stitched crooked',
    'we have no ramp',
    'the badge sits on the left',
    'nobody answered my letters',
    'we live up a lane with no turning circle',
    'there are steps all the way to the door',
    "she'll be back on Tuesday",
    'always carrying babies on one hip',
    'the pulley was squeaking within a week',
    'the ceiling in there slopes',
    'in the evening we are never in',
  ])('%j may be a wish, and is read or stays unread', (text) => expect(isHeard(text)).toBe(true));
});

describe('a Chinese clause that tells of the past, of a habit or of what was good', () => {
  it.each([
    '我舅舅从前在船厂当学徒',
    '去年村里修了一座桥',
    '小姨子刚从昆明旅游回来',
    '你们家师傅真的很有耐心',
    '我們社團上個月去了綠島',
    '細佬舊年考上咗大學',
    '隔壁班的孩子都笑我',
    '外公以前最爱听评书',
    '老板娘很爽快',
  ])('%j leaves nothing unread', (text) => expect(unread(text)).toEqual([]));

  it.each([
    '我舅舅腿脚不便',
    '去年那批都发霉了',
    '外公是左撇子',
    '我们这儿已经零下了',
    '我女儿后天就飞走了',
    '楼下保安十点才开门',
    '爷爷耳背听不见',
    '上次买的用了两天就裂了',
    '猫会抓沙发',
    '送货的师傅进不了小区',
    '麻烦早几天',
  ])('%j may be a wish, and is read or stays unread', (text) => expect(isHeard(text)).toBe(true));
});
