import { describe, expect, it } from 'vitest';
import { asksNothing, goesWith, type Companion } from '#core/notes/rules/explain/settled.ts';

describe('a clause of which a model says that it asks for nothing', () => {
  it.each([
    'she doesnt know its coming',
    'hi its me again lol',
    'the line is at a standstill',
    'our cooks are down to paper napkins',
    'we just opened in a street of bakers',
    'no card needed',
    '旧的被台风刮没了',
    '我们全队在等',
    '客人已經坐在店裡等著吃了',
    '活动现场 is empty',
  ])('%j holds no trace of a wish', (clause) => expect(asksNothing(clause)).toBe(true));

  it.each([
    'butterfly clutch backs',
    'Beige roof',
    'ivory with a fringe',
    'Coarse grind for french press',
    'mossy like the cellar is',
    'the dogs come out in a rash',
    'the old one cracked',
    'my wife would rather see it in person',
    'he has two of them',
    'is it in stock?',
    'proof to be approved by us',
    'no nuts needed',
    'they owe us a discount',
    '\ufffc is what it says',
    '矽膠珠',
    '老山檀香的味道',
    '等我覆咗你先好開工',
    '国小低年级在用，握太硬会叫',
    '收到的那只裂了',
    '要是花色断货了',
    '我们楼下没人',
    '👍',
    '',
  ])('%j may hold one', (clause) => expect(asksNothing(clause)).toBe(false));
});

describe('a clause that is said to be more of what was read', () => {
  it.each<[Companion, string]>([
    ['delivery_instructions', 'tell the porter so'],
    ['packaging', 'so keep anything with the total on it out of the parcel'],
    ['urgent', 'every hour counts for us'],
    ['deadline', 'will take them on the plane'],
    ['installation', '師傅可唔可以上門安裝？'],
    ['partial_allowed', '剩下的慢慢来就行'],
  ])('%s: %j is', (companion, clause) => expect(goesWith(companion, clause)).toBe(true));

  it.each<[Companion, string]>([
    ['delivery_instructions', 'the moss side is to be painted'],
    ['delivery_instructions', 'is anybody there at six?'],
    ['contact', 'leave it with the porter'],
    ['packaging', 'one of them came broken'],
    ['urgent', 'I want the lotus paste not the durian'],
    ['deadline', 'Lime'],
    ['deadline', '矽膠珠'],
    ['installation', '桌面离地七十五公分'],
    ['partial_allowed', 'and ten of them in moss'],
    // what a person must look at, and what is one value, is never said at more length
    ['complaint', 'we are not amused'],
    ['cancel_request', 'we have had enough'],
    ['other', 'she swells up'],
    ['quantity_change', 'we were too many'],
  ])('%s: %j is not', (companion, clause) => expect(goesWith(companion, clause)).toBe(false));
});
