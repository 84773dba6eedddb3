import { describe, expect, it } from 'vitest';
import { readIntent } from '#core/notes/intent/intent.ts';
import { besideOptOut, optsOutBeside } from '#core/notes/intent/opt-out.ts';

describe('somebody who wants to hear no more', () => {
  it.each([
    'Stop. Sending. Me. Messages.',
    'pls stop all these notifications',
    'I said stop texting me',
    "I don't want to hear from you anymore",
    'do not ever text me again',
    'enough with the messages, please',
    'can you please take my number off your list',
    'would you kindly remove me from all mailing lists, thanks',
    'could you stop emailing us?',
    'hi, please unsubscribe me from this',
    'I wish to opt out of all messages',
    'thanks for everything, but please stop contacting me',
    'turn off notifications',
    'please stop',
    'I am not interested in receiving messages from you',
    'UNSUBSCRIBE ME NOW!!!',
    "2 chairs please, and don't message me again after that",
    '麻烦以后不要发消息给我了',
    '我不想收你们的短信',
    '你们别再骚扰我了好吗',
    '能不能别再给我发消息',
    '把我的号码从群发名单里删了',
    '退訂，謝謝',
    '麻煩幫我取消訂閱',
    '唔該唔好再send啲message嚟',
    '我唔想再收你哋啲短訊',
    '請勿再寄送任何訊息給我',
    '以後不要再打擾我',
    '关闭消息推送',
  ])('%j opts out', (text) => {
    expect(readIntent(text).kind).toBe('stop');
  });

  it.each([
    "don't stop sending me updates",
    'please never unsubscribe me',
    'why did you unsubscribe me?',
    'how do I unsubscribe?',
    'did I unsubscribe by accident',
    'if it is late again I will unsubscribe',
    'one more delay and I might opt out',
    "print 'unsubscribe' on the mugs",
    'stop sending me the wrong chairs',
    'stop texting my wife, it is my order',
    'please stop by the reception first',
    "don't text me before 9am",
    "don't message me, call me instead",
    'no message on the card please',
    'no gift message',
    'remove me from the account of ACME',
    'leave me alone with the boxes, I carry them in myself',
    'the bus stop',
    'can you stop the delivery at the gate',
    'do not contact the neighbours',
    'I never got your message',
    'please text me when it ships',
    'put a message on the card: stop and smell the roses',
    '我没有要退订啊',
    '怎么退订',
    '不要退订',
    '我被退订了吗',
    '如果再迟到我就退订',
    '别再发错了',
    '不要发到旧地址',
    '别打电话，发微信给我',
    '晚上别给我发消息',
    '不要忘了给我发消息',
    '贺卡上不要写信息',
    '发消息给我老婆',
    '送貨前發訊息給我',
    '點樣退訂',
    '唔好send錯嘢俾我',
    '收到通知了',
    '杯子上印“退订”两个字',
  ])('%j does not', (text) => {
    expect(readIntent(text).kind).not.toBe('stop');
  });

  it.each([
    'no more newsletters please',
    'unsubscribe me from your promotions',
    "I don't want any more ads",
    '别再给我推送优惠了',
    '不要再發促銷訊息',
    '唔好再send廣告俾我',
  ])('%j refuses offers alone', (text) => {
    expect(readIntent(text).kind).toBe('no_offers');
  });

  it.each([
    'do you have any offers?',
    'stop the discount talk, 2 chairs',
    '有没有优惠',
    '取消活动那天的椅子',
    'no discount code, just 2 chairs',
  ])('%j refuses none', (text) => {
    expect(['no_offers', 'stop']).not.toContain(readIntent(text).kind);
  });

  it.each([
    ['STOP', ''],
    ['Please unsubscribe me. Where is my order?', 'Where is my order?'],
    ['2 chairs please, and stop messaging me', '2 chairs please'],
    ['stop messaging me and cancel my order', 'cancel my order'],
    ['别再给我发消息了，我要两把椅子', '我要两把椅子'],
  ])('what %j says besides is %j', (text, rest) => {
    expect(besideOptOut(text, (part) => readIntent(part).kind === 'stop')).toBe(rest);
  });
});

const wantsNoMore = (text: string): boolean => optsOutBeside(text, (part) => ['stop', 'no_offers'].includes(readIntent(part).kind));

it.each([
  '不要再发广告了，我的订单到哪了',
  '我的订单到哪了，还有不要再发广告了',
  '不要再發廣告了，我的訂單到哪了',
  '我的訂單到哪了？另外請不要再傳訊息給我',
  'when does my order arrive? and no more ads please',
  'unsubscribe me and where is my order',
])('%j opts out beside another wish', (text) => expect(wantsNoMore(text)).toBe(true));

it.each([
  'if it is late again, unsubscribe me',
  '再不到，不然我就要退订',
  '不要礼品包装，我的订单到哪了',
  'where is my order, and stop by the front desk',
])('%j does not', (text) => expect(wantsNoMore(text)).toBe(false));
