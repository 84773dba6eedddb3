import { describe, expect, it } from 'vitest';
import { readIntent } from '#core/notes/intent/intent.ts';
import { belongsTo, type Heard } from '#core/talk/words/belongs.decide.ts';

const to = (text: string, heard: Partial<Omit<Heard, 'intent'>> = {}) =>
  belongsTo({ intent: readIntent(text), isOpen: true, isReply: false, hasFiles: false, isOrder: false, hasDraft: false, ...heard });

describe('for whom a customer’s words are', () => {
  it.each([
    ['the chair wobbles', 'colleague'],
    ['椅子有点晃', 'colleague'],
    ['cancel', 'colleague'],
    ['my lamp is broken', 'colleague'],
    ['talk to a person', 'colleague'],
    ['ok', 'colleague_quietly'],
    ['好的', 'colleague_quietly'],
    ['thank you', 'colleague_quietly'],
    ['谢谢', 'colleague_quietly'],
    ['👍', 'colleague_quietly'],
    ['STOP', 'desk'],
    ['退订', 'desk'],
    ['where is my order?', 'desk'],
    ['我的订单到哪了', 'desk'],
    ['cancel order HO-1001', 'desk'],
    ['/help'.slice(1), 'desk'],
  ])('while a talk is open “%s” is for: %s', (text, whom) => {
    expect(to(text)).toBe(whom);
  });

  it('a bare "cancel" is about the draft that stands here', () => {
    expect(to('取消', { hasDraft: true })).toBe('desk');
    expect(to('cancel it', { hasDraft: true, isReply: true })).toBe('colleague');
    expect(to('ok', { hasDraft: true })).toBe('colleague_quietly');
  });

  it('an order beyond doubt is for the desk', () => {
    expect(to('12 desk lamps', { isOrder: true })).toBe('desk');
  });

  it('a reply to a colleague is for the colleague, whatever it says, except STOP', () => {
    expect(to('where is my order?', { isReply: true })).toBe('colleague');
    expect(to('12 desk lamps', { isReply: true, isOrder: true })).toBe('colleague');
    expect(to('STOP', { isReply: true })).toBe('desk');
  });

  it('without an open talk only a wish, a complaint, a file or words in reply open one', () => {
    const closed = { isOpen: false };
    expect(to('we sit by the window', closed)).toBe('desk');
    expect(to('找人工', closed)).toBe('colleague');
    expect(to('the chair arrived broken', closed)).toBe('colleague');
    expect(to('', { ...closed, hasFiles: true })).toBe('colleague');
    expect(to('we sit by the window', { ...closed, isReply: true })).toBe('colleague');
    expect(to('thanks', { ...closed, isReply: true })).toBe('desk');
  });
});
