import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable } from '#core/talk/readable.decide.ts';
import { anyText } from '#test/support/any-text.ts';

const envelope = {
  dedupeKey: 'k',
  at: '2026-11-25T04:00:00Z',
  from: { platform: 'telegram' as const, account: 'A1', key: 'mei' },
  address: { platform: 'telegram' as const, account: 'A1', key: 'dm:mei', kind: 'dm' as const },
};

describe('what reaches the desk', () => {
  it('loses NUL and halves of characters, and nothing else', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const heard = readable({ ...envelope, kind: 'message', text });
        expect(heard).toEqual({ ...envelope, kind: 'message', text: text.replaceAll('\0', '').toWellFormed() });
      }),
    );
  });

  it('reads the names of files the same way, and keeps them short', () => {
    const file = {
      name: `a\0${'x'.repeat(300)}\ud800`,
      mimeType: 'image/\0png',
      size: 1,
      platform: 'telegram' as const,
      account: 'A1',
      key: 'k\0',
    };
    const heard = readable({ ...envelope, kind: 'message', text: '', files: [file] });
    expect(heard).toMatchObject({ files: [{ name: `a${'x'.repeat(199)}`, mimeType: 'image/png', key: 'k' }] });
  });

  it.each([
    ['a.png\n**Approved by Lin**', 'a.png **Approved by Lin**'],
    ['offer\u202efdp.exe', 'offer fdp.exe'],
    ['\u2066\r\n', 'file'],
    ['', 'file'],
    ['报价 单.pdf', '报价 单.pdf'],
  ])('shows the name of a file %j as one line, in the direction in which it is', (name, shown) => {
    const file = { name, mimeType: 'image/png', size: 1, platform: 'telegram' as const, account: 'A1', key: 'k' };
    expect(readable({ ...envelope, kind: 'message', text: '', files: [file] })).toMatchObject({ files: [{ name: shown }] });
  });

  it('cuts through no character: a database keeps no half of one, and whoever delivers it would do so for ever', () => {
    const text = (most: number): string => `${'x'.repeat(most - 1)}😀`;
    const file = { name: text(200), mimeType: text(100), size: 1, platform: 'telegram' as const, account: 'A1', key: 'k' };
    const from = { ...envelope.from, email: text(300), phone: text(50), locale: 'e\0n', timeZone: '\ud83d' };
    const heard = readable({ ...envelope, from, kind: 'message', text: '', files: [file] });
    expect(JSON.stringify(heard)).not.toMatch(/\\ud83d|\\u0000/);
    expect(heard).toMatchObject({
      from: { locale: 'en', phone: `${'x'.repeat(49)}\ufffd` },
      files: [{ name: `${'x'.repeat(199)}\ufffd` }],
    });
  });

  it('reads names, commands and forms the same way', () => {
    const from = { ...envelope.from, name: 'M\0ei' };
    expect(readable({ ...envelope, from, kind: 'command', command: 'st\0atus', text: 'a\0' })).toMatchObject({
      from: { name: 'Mei' },
      command: 'status',
      text: 'a',
    });
    expect(readable({ ...envelope, kind: 'form', token: 't\0', values: { a: 'x\0y' } })).toMatchObject({ token: 't', values: { a: 'xy' } });
  });

  it('keeps how somebody is reached with their own words to the desk, and with nothing else', () => {
    const from = { ...envelope.from, name: 'Mei', email: 'mei@example.com\0', phone: '+8613800138034' };
    const group = { ...envelope.address, kind: 'group' as const };
    const given = { ...envelope, from };
    expect(readable({ ...given, kind: 'message', text: 'hello' }).from).toEqual({ ...from, email: 'mei@example.com' });
    const others = [
      readable({ ...given, address: group, kind: 'message', text: 'hello' }),
      readable({ ...given, address: group, kind: 'command', command: 'status', text: '' }),
      readable({ ...given, kind: 'press', token: 't' }),
    ];
    for (const heard of others) expect(heard.from).toEqual({ ...envelope.from, name: 'Mei' });
    const onBehalf = readable({ ...given, kind: 'command', command: 'order', text: '', wordsOf: from });
    expect(onBehalf).toMatchObject({ wordsOf: { ...envelope.from, name: 'Mei' } });
    expect(JSON.stringify(onBehalf.kind === 'command' && onBehalf.wordsOf)).not.toContain('@');
  });
});
