import { expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-05-12'),
    timeZone: 'Asia/Hong_Kong',
    lines: [{ sku: 'X', names: [name], quantity: 4 }],
  });

const specsOf = (text: string, name: string) => read(text, name).specs.map(({ key, value }) => `${key} ${value}`);

it.each([
  ['聽晚七點前要掛', { date: '2026-05-13', time: '19:00', strict: false }],
  ['預產期六月底，六月中以前到就好', { date: null, time: null, strict: false }],
  ['六月十八註冊，之前一定要收到', { date: '2026-06-18', time: null, strict: true }],
  ['要17號的，下週三要穿', { date: '2026-05-20', time: null, strict: false }],
  ['最晚五月二十號七點前到', { date: '2026-05-20', time: '07:00', strict: true }],
])('the day of %j is %j', (text, day) => expect(read(text, '童鞋').deadline).toMatchObject(day));

it.each(['星期日朝早嚟攞', '星期一再送', '星期六我上嚟鋪頭攞'])('%j is an appointment', (text) => {
  const { deadline, flags, unread } = read(text, '蛋糕');
  expect({ deadline, flags: flags.map(({ flag }) => flag), unread }).toMatchObject({ deadline: null, unread: [] });
  expect(flags.map(({ flag }) => flag)).toContain('delivery_window');
});

it.each([
  ['童鞋', '要17號的', ['size 17']],
  ['襪', '細碼，唔該', ['size 細碼']],
  ['單車', '車架細碼', ['size 細碼']],
  ['餐椅', '兩張白色兩張木色', ['color 白色', 'color 木色']],
  ['環保袋', '單面印logo，月底要用，發票開公司名「樣本貿易有限公司」', ['other 單面印', 'logo logo']],
])('%s, %j has %j', (name, text, specs) => expect(specsOf(text, name)).toEqual(specs));

it('a measure is no shape', () => expect(specsOf('直徑5公分圓形', '貼紙')).not.toContain('other 直徑5公分圓形'));

it.each([
  '要分送親戚',
  '送人入伙嘅',
  '用嚟派畀姊妹',
  '那天下午就要發給參加者',
  '名單如附件',
  '圖已經WhatsApp咗畀你',
  '檔案已經傳給你們了',
  '照網頁上的就可以',
  '就咁就得',
  '字體你們看著辦就好',
  '這是裝在客用浴室的',
  '這是同事的外號啦',
  '我睇錯咗',
  '唔使速遞',
  '唔使撳鐘',
])('%j asks for nothing', (text) => {
  const { unread, flags, specs, needsHuman } = read(text, '椅');
  expect({ unread, flags, specs, needsHuman }).toEqual({ unread: [], flags: [], specs: [], needsHuman: false });
});

it.each(['送紅色的', '照相片做就得', '字體你們改大一點', '這是要裝在牆上的嗎', '名單如附件，多加兩個'])('%j is not passed over', (text) => {
  const { unread, flags, specs, quantityChanges } = read(text, '椅');
  expect([...unread, ...flags, ...specs, ...quantityChanges]).not.toEqual([]);
});

it.each([
  ['手機殼', 'iPhone 16 Pro用，要磨砂黑', ['other iPhone 16 Pro', 'finish 磨砂', 'color 黑']],
  ['筆記本', '內頁橫線', ['pattern 橫線']],
  ['拖鞋', '兩對大碼兩對細碼', ['size 大碼', 'size 細碼']],
  ['兒童椅', '一張藍一張綠', ['color 藍', 'color 綠']],
  ['床墊保護套', '雙人加大，防水的', ['size 雙人加大', 'other 防水']],
  ['運動鞋', '26.5號', ['size 26.5']],
  ['貼紙', '3cm圓形', ['diameter 3']],
  ['蛋卷', '三罐牛油三罐芝麻', ['flavor 牛油', 'flavor 芝麻']],
  ['月餅', '全部要雙黃白蓮蓉', ['flavor 雙黃白蓮蓉']],
  ['茶葉', '要高山烏龍', ['flavor 高山烏龍']],
])('%s, %j is read whole as %j', (name, text, specs) => {
  expect(specsOf(text, name)).toEqual(specs);
  expect(read(text, name).unread).toEqual([]);
});
