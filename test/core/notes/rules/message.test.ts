import { expect, it } from 'vitest';
import { rulesReader } from '#core/notes/rules.ts';

const read = (text: string) =>
  rulesReader.read({ text, orderDate: Temporal.PlainDate.from('2026-11-30'), timeZone: 'Asia/Shanghai', lines: [] });

it.each([
  ['Put in a card saying Happy Birthday, and invoice to ACME Ltd', 'Happy Birthday'],
  ['Put in a card saying Happy Birthday and leave it at the door', 'Happy Birthday'],
  ['a card saying Happy Birthday Mum, love Tom, and please gift wrap it', 'Happy Birthday Mum, love Tom'],
  ['please add a card "Happy Birthday Mum"', 'Happy Birthday Mum'],
  ['please write "Thank you" on the card', 'Thank you'],
  ['A card reading: No rush on being old. Lots of love, Tess', 'No rush on being old. Lots of love, Tess'],
  ['card should read Congrats Jo! Leave at the door', 'Congrats Jo'],
  ['handwritten note: Get well soon', 'Get well soon'],
  ['附张卡片写生日快乐，需要上门安装', '生日快乐'],
  ['附上贺卡，写“新婚快乐”', '新婚快乐'],
  ['加一張卡片，寫上「開業大吉」', '開業大吉'],
  ['卡片写：生日快乐，永远爱你。放门卫室', '生日快乐，永远爱你'],
  ['放张卡片，上面写妈妈生日快乐，周五前送到', '妈妈生日快乐'],
  ['帮我捎句话：生日快乐，老爸', '生日快乐，老爸'],
])('“%s” puts on the card: %s', (text, message) => {
  const { flags } = read(text);
  const found = flags.find(({ flag }) => flag === 'gift_message')?.message;
  expect(found?.text).toBe(message);
  expect(text.slice(found?.start, found?.end)).toBe(message);
});

it.each(['gift message please', '附一張卡片', 'please include a birthday card, and wrap it'])(
  '“%s” says nothing of what the card shall say',
  (text) => {
    const wish = read(text).flags.find(({ flag }) => flag === 'gift_message');
    expect(wish).toBeDefined();
    expect(wish?.message).toBeUndefined();
  },
);

it('keeps every place where a note says how to deliver', () => {
  const [wish] = read('Ring Tom when the driver arrives, leave it at the loading dock').flags;
  expect([wish?.evidence.text, wish?.also?.map(({ text }) => text)]).toEqual([
    'Ring Tom when the driver',
    ['leave it at the loading dock'],
  ]);
});
