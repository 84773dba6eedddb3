import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-04-13'),
    timeZone: 'Asia/Hong_Kong',
    lines: [{ sku: 'L0', names: [name], quantity: 10 }],
  });

const said = (text: string, name: string): string[] => {
  const { specs, flags, unread } = read(text, name);
  return [...specs.map(({ key, value }) => `${key} ${value}`), ...flags.map(({ flag }) => flag), ...unread.map((span) => `? ${span.text}`)];
};

describe('a note in two languages', () => {
  it.each<[string, string, string[]]>([
    ['price slip 不用放', 'Tea cake mold', ['packaging']],
    ['按 doorbell 两次', 'Tea cake mold', ['delivery_instructions']],
    ['貨放 guardhouse 就好', 'Durian box', ['delivery_instructions']],
    ['剩下的慢慢来 no problem', 'Shelf', ['partial_allowed']],
    ['如果 out of stock，换 similar model 也 OK', 'Headphone', ['substitution_allowed']],
    ['印 logo 在 left chest', 'T-shirt', ['logo logo', 'position left chest']],
    ['印隻狗個名 "Mochi" 喺 front', 'Dog bowl', ['print Mochi', 'position front']],
    ['一张 note 写 "Congrats"', 'Guest book', ['gift_message']],
    ['旧床垫 pls dispose', 'Mattress 床垫', ['other']],
    ['换 grey 也 fine', 'Floor mat', ['color grey']],
    ['finish 要 brushed nickel', 'Curtain rod', ['finish brushed nickel']],
    ['walnut 色, 宽 80cm', 'Bookshelf', ['color walnut', 'width 80']],
    ['Table top 要 oak 色', 'Desk', ['color oak']],
    ['要 pastel tone', 'Bouquet', ['color pastel']],
    ['plug 要 UK 三腳', 'LED strip', ['plug UK 三腳']],
    ['Colour temp 3000K，plug 要 UK', 'LED strip', ['color_temperature 3000', 'plug UK']],
    ['logo 印單面就好', 'Mug', ['logo logo', 'position 單面']],
    ['用防水物料 PVC', 'Sticker', ['other 防水', 'material PVC']],
    ['都要 3-6M，white', 'Baby romper', ['size 3-6M', 'color white']],
  ])('%s: English words in a Chinese clause say what the Chinese ones would', (text, name, expected) => {
    expect(said(text, name)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['weekend 不要送', 'Sweater', ['delivery_window']],
    ['颜色 camel', 'Sweater', ['color camel']],
    ['香味 rosemary 就好', 'Hair shampoo', ['scent rosemary']],
    ['全部要 dri-fit 質料', 'Team tee', ['material dri-fit']],
    ['Label 用 English', 'Nut jar', ['label_language English']],
    ['硬度 medium', 'Pillow', ['hardness medium']],
    ['两样 color 都要 forest green', 'Hoodie', ['color forest green']],
    ['布料染成 burgundy 就好', 'Hoodie', ['color burgundy']],
    ['Material 用 6061-T6', 'Fixture plate', ['material 6061-T6']],
    ['material S45C，淬火 HRC 50', 'Gear 齿轮', ['material S45C', 'hardness 50']],
  ])('%s: a value in English has its place in a Chinese clause', (text, name, expected) => {
    expect(said(text, name)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['Leave it at 管理處 please', 'Cat litter 貓砂', ['delivery_instructions']],
    ['Deliver to 公司警衛室', 'Polo shirt', ['delivery_instructions']],
    ['the label should be in 中文', 'Herbal balm', ['label_language 中文']],
  ])('%s: Chinese words in an English clause say what the English ones would', (text, name, expected) => {
    expect(said(text, name)).toEqual(expected);
  });

  it('takes no sign waved behind an engraving into it, and no installation that the customers do themselves', () => {
    expect(said('入面刻 J♥M 🙏', 'Ring')).toContain('engraving J♥M');
    expect(said('install 我哋自己搞', 'Curtain rod')).toEqual([]);
    expect(said('字 "OPEN 营业中"', 'Acrylic sign')).toEqual(['print OPEN 营业中']);
  });

  it('shows the words that the customer typed', () => {
    const [logo, position] = read('印 logo 在 left chest', 'T-shirt').specs;
    expect(logo?.evidence.text).toContain('logo');
    expect(position?.value).toBe('left chest');
    expect('印 logo 在 left chest').toContain(position?.evidence.text);
  });

  it.each<[string, string]>([
    ['color 不要 blue', 'Hoodie'],
    ['印在杯子 handle 對面', 'Mug 馬克杯'],
    ['box 要 sandalwood 嗰種', 'Ring'],
    ['Firm 的', 'Mattress 床垫'],
    ['no 中文 label please', 'Herbal balm'],
    ['不按 doorbell', 'Herbal balm'],
    ["材质 I don't know", 'Herbal balm'],
    ['不要 plastic 的', 'Lunch box 便当盒'],
    ['笔芯 0.5 的', 'Pen 签字笔'],
  ])('%s is not taken for understood', (text, name) => {
    const { unread, needsHuman } = read(text, name);
    expect(unread.length > 0 || needsHuman).toBe(true);
  });

  it('leaves the names of goods and quoted words as they are', () => {
    expect(said('Gift box 要 red，印 "box of love" 喺面', 'Gift box')).toEqual(expect.arrayContaining(['color red', 'print box of love']));
  });
});
