import { describe, expect, it } from 'vitest';
import { letsGo } from '#core/notes/intent/go-ahead.ts';

describe('the word that an order waits for', () => {
  it.each([
    'you can go ahead now',
    'HO-1001 please go ahead',
    'ok, send it now',
    'please release the order',
    'HO-1001 no need to wait any more',
    "don't wait any longer",
    'it can go out',
    '可以发货了',
    '可以發貨了，謝謝',
    '不用再等了',
    '继续吧',
  ])('is “%s”', (text) => expect(letsGo(text)).toBe(true));

  it.each([
    "don't send it yet",
    'do not go ahead',
    'you can go ahead once I have paid',
    'send it when I say so',
    'can you send it now?',
    '先别发货',
    '不要发货',
    '等我通知再发货吧',
    '可以发货了吗',
    'gift wrap please',
  ])('is not “%s”', (text) => expect(letsGo(text)).toBe(false));
});
