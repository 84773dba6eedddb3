import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import { codeFrom, codeIn, codeOf } from '#core/people/codes/code.decide.ts';

const envelope = {
  dedupeKey: '1',
  at: '2026-11-25T04:00:00Z',
  from: { platform: 'telegram' as const, account: 'bot', key: 'mei' },
  address: { platform: 'telegram' as const, account: 'bot', key: '1', kind: 'dm' as const },
};
const message = (text: string): Incoming => ({ ...envelope, kind: 'message', text });
const command = (name: string, text: string): Incoming => ({ ...envelope, kind: 'command', command: name, text });

const codes = fc.constant(null).map(() => codeFrom(randomIds.token()));

describe('a code', () => {
  it('is read back from whatever people make of it', () => {
    fc.assert(
      fc.property(codes, fc.boolean(), fc.boolean(), fc.constantFrom('-', ' ', '–', ''), (code, lower, confused, joint) => {
        const plain = confused ? code.replaceAll('0', 'O').replaceAll('1', 'l') : code;
        const typed = ` ${lower ? plain.toLowerCase() : plain} `.replaceAll('-', joint);
        expect(codeOf(typed)).toBe(code);
        expect(codeIn(command('link', typed))).toEqual({ code, asked: true });
        if (joint === '-' || joint === '–') expect(codeIn(message(typed))).toEqual({ code, asked: false });
      }),
    );
  });

  it('has every sign equally often: nothing of the token is lost by the way it is written', () => {
    const counts = new Map<string, number>();
    for (let times = 0; times < 4000; times++)
      for (const sign of codeFrom(randomIds.token()).replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(32);
    // 1,500 each; six standard deviations are 232
    for (const count of counts.values()) expect(Math.abs(count - 1500)).toBeLessThan(232);
  });

  it.each([
    '2 chairs',
    'HO-1001',
    '',
    '7K3M-9QXP',
    '7K3M-9QXP-2HTV please',
    'SALE-CHAIR-DESK',
    'ABCD-EFGH-JK!M',
    '７-８',
    'x'.repeat(5000),
  ])('is not in the message “%s”', (text) => expect(codeIn(message(text))).toBeNull());

  it('is not what /start carries along from a campaign, and /link says what it wants', () => {
    expect(codeIn(command('start', 'expo24'))).toBeNull();
    expect(codeIn(command('start', '7k3m9qxp2htv'))).toEqual({ code: '7K3M-9QXP-2HTV', asked: true });
    expect(codeIn(command('link', ''))).toBeNull();
    expect(codeIn(command('link', 'for Mei Lin'))).toBeNull();
    expect(codeIn(command('link', 'something else'))).toEqual({ code: null, asked: true });
    expect(codeIn(command('order', '7k3m9qxp2htv'))).toBeNull();
  });

  it('is never made from a token that is too short', () => expect(() => codeFrom('short')).toThrow('too short'));
});
