import { describe, expect, it } from 'vitest';
import { labelsOf } from '#core/notes/labels.ts';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = '货架') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-20'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'A', names: [name], quantity: 40 }],
  });
const flagsOf = (text: string) => labelsOf(read(text)).flags;

describe('what customers tell in Chinese of themselves', () => {
  it.each([
    '孩子第一次过生日，我们全家都很期待',
    '弟弟考上高中了，爸媽要獎勵他',
    '给徒弟们的奖品',
    '新铺的墙壁都发霉了',
    '上回你們動作超快，印得也漂亮',
    '不用簽名',
    '喜帖上的名字不用印',
    '元旦快乐',
    '没啥要交代的',
    '给我爸换把新刀',
    '弟弟說他不會用手機',
    '加急，机器趴窝了，一屋子人干坐着',
    '放门卫室，医院不让快递上楼',
    '请走北门，部𨋢維修緊',
    '周五前要到，新娘子那天要戴',
    '包结实点，别割着人',
  ])('%j leaves nothing unread', (text) => expect(read(text).unread).toEqual([]));

  it.each([
    '孩子要红色的',
    '爸妈要大一点的',
    '弟弟说换成蓝的',
    '客人对坚果过敏',
    '机器趴窝了，一屋子人干坐着',
    '放门卫室，下午两点前他都不接电话',
    '老板还没松口呢',
    '椅子就不留了',
    '不用塑料',
    '不用包装纸',
    '给我妈换个红的',
    '给我妈买一件',
    '上回的印得太差',
  ])('%j is a wish, a hint or a complaint, and is read or stays unread', (text) => {
    const { unread, flags, specs, urgent, quantityChanges } = read(text);
    expect([
      ...unread,
      ...specs,
      ...quantityChanges,
      ...flags.filter(({ flag }) => flag !== 'delivery_instructions'),
      ...(urgent ? [urgent] : []),
    ]).not.toEqual([]);
  });
});

describe('wishes beside what is told', () => {
  it.each([
    ['货到三楼', ['delivery_instructions']],
    ['发货那天跟我说一声', ['delivery_instructions']],
    ['9月10日上午送到学校门口', ['delivery_instructions', 'delivery_window']],
    ['我们礼拜三都拉下铁门', ['delivery_window']],
    ['下午兩點前他都在辦公室', ['delivery_window']],
    ['寫張細卡俾佢：「身體健康」', ['gift_message']],
    ['兩張卡都寫「母親節快樂」', ['gift_message']],
    ['找王执事签收', ['contact', 'delivery_instructions']],
    ['收貨請找總幹事', ['contact']],
    ['希望分三次到货', ['partial_allowed']],
    ['罐子之间塞点泡沫', ['packaging']],
    ['外箱不要印商品名', ['packaging']],
    ['要是没有42，43也凑合', ['substitution_allowed']],
  ])('%j asks for %j', (text, flags) => expect(flagsOf(text).toSorted()).toEqual(flags));

  it.each([
    ['教师节送班主任', { date: '2027-09-10', time: null, strict: false }],
    ['下週二新辦公室要用，大樓只准下午兩點到五點搬貨', { date: '2026-11-24', time: null, strict: false }],
    ['下個月十號頒獎禮用，唔可以遲', { date: '2026-12-10', time: null, strict: true }],
  ])('%j is wanted by %j', (text, deadline) => expect(labelsOf(read(text)).deadline).toEqual(deadline));
});
