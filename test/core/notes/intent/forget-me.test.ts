import { describe, expect, it } from 'vitest';
import { wantsForgotten } from '#core/notes/intent/forget-me.ts';

describe('a wish to be forgotten', () => {
  it.each([
    'delete all my data',
    'please erase my personal data',
    'Forget me.',
    'I want you to delete my account',
    'remove all data you have about me',
    'GDPR request: delete everything about me',
    'I use my right to be forgotten',
    '删除我所有的资料',
    '把我的个人信息都删掉',
    '註銷我的帳號',
    '請刪除我的所有資料',
    '我的資料全部刪掉',
    'I want all my data deleted',
    'GDPR: please delete what you hold',
  ])('is read in “%s”', (text) => {
    expect(wantsForgotten(text)).toBe(true);
  });

  it.each([
    'delete the lamps',
    'delete my last message',
    "don't delete my data",
    'forget the lamps',
    'remove my details from the invoice',
    'what data do you have about me?',
    '删除台灯',
    '发票上的信息改一下',
    '不要删除我的资料',
    '忘了说，要黑色的',
    'delete my data cable from the draft please',
    '删除我的数据线',
    '删掉我的资料夹',
    'remove everything about us from the label',
    'the gift is for GDPR training, remove the price tag',
    'clear my account balance',
    'remove my contact info and use my boss instead',
    'Erase my info from the engraving',
  ])('is none in “%s”', (text) => {
    expect(wantsForgotten(text)).toBe(false);
  });
});
