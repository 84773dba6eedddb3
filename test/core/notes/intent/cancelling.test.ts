import { describe, expect, it } from 'vitest';
import { readIntent } from '#core/notes/intent/intent.ts';

describe('a whole order is cancelled', () => {
  it.each([
    'HO-1046 取消',
    'HO-1046 不要了',
    'HO-1046 不要了，买错了',
    '取消HO-1046',
    '取消订单HO-1046，谢谢',
    'HO-1046 取消掉吧',
    '取消HO-1046因为太贵了',
    'HO-1046取消，改買別的',
    '订单取消吧',
    '取消我的订单，我不想要了',
    '我要取消昨天的订单',
    '取消订单可以吗',
    '這單唔要喇',
    'cancel HO-1046',
    'please cancel my order',
    'thanks, but please cancel order HO-1046',
    'Thank you very much but cancel HO-1046',
  ])('by %s', (text) => {
    expect(readIntent(text).kind).toBe('cancel');
  });

  it.each([
    'HO-1046 不要替代品',
    'HO-1046 不要換別的牌子',
    'HO-1046 不要週末送',
    'HO-1046 不要發票了',
    'HO-1046 取消禮品包裝',
    'HO-1046 不要放在門口，請按門鈴',
    'HO-1046 不要拆单发货',
    'HO-1046 不要卡片了',
    'HO-1046 取消加急',
    'HO-1046 撤销发票',
    'HO-1046 不要白色的，要黑色',
    'HO-1046 取消椅子',
    'HO-1046不要放门卫，放前台',
    'HO-1046 的椅子不要蓝色',
    '订单HO-1046不要周末送',
    '取消HO-1046的卡片',
    '取消訂單的發票',
    '取消订单里的椅子',
    '我的订单不要发票',
    '这单不要放门口',
    'I no longer want to cancel HO-1046',
  ])('and not by %s', (text) => {
    expect(readIntent(text).kind).not.toBe('cancel');
  });
});
