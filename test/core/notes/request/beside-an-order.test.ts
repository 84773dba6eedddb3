import { describe, expect, it } from 'vitest';
import { readRequest } from '#core/notes/request/request.ts';
import { officeContext } from './office.ts';

const request = (text: string) => readRequest(text, officeContext);

/** What a sentence says of the order is read as it is read in a note by itself. */
describe('a sentence beside an order', () => {
  it.each([
    ['2 desk lamps\nThere is absolutely no need to expedite', 'urgent'],
    ['2 desk lamps. It would be wonderful to have these pronto', 'urgent'],
    ['2 desk lamps. Please date the invoice December 31', 'invoice'],
    ['2 desk lamps. The delivery people should use the back lane', 'delivery_instructions'],
    ['2 desk lamps. Please quote cost centre 7731 on the invoice', 'invoice'],
    ['两盏台灯。如果没有黑色，深灰也行', 'substitution_allowed'],
    ['兩盞檯燈。樓下警衛會幫我簽', 'delivery_instructions'],
    ['两盏台灯。底座上面写“小宝周岁快乐”', 'print'],
  ])('%j is read, and nothing of it is unread', (text, what) => {
    const { note, lines } = request(text);
    expect(note.unread).toEqual([]);
    expect(lines).toHaveLength(1);
    const read = [
      ...note.flags.map(({ flag }) => flag as string),
      ...note.specs.map(({ key }) => key as string),
      ...(note.urgent ? ['urgent'] : []),
    ];
    expect(read).toContain(what);
  });

  const english = [
    'I also need a kettle by Friday',
    "we'd love a kettle by Friday",
    'could we have a big kettle by Friday',
    'my wife wants kettles by Friday',
    'you can add your purple rug asap',
    'please ship the kettle too asap',
    'please make sure a kettle comes by Friday',
    'there should be a kettle with it by Friday',
    'we are also after kettles by Friday',
    'put a kettle in the box please, urgent',
    'kettle in blue',
  ];
  const chinese = [
    '还要大象，周五前',
    '请发大象，周五前到',
    '顺便带个水壶，周五前到',
    '我老婆想要红色地毯，周五前',
    '如果有地毯也发过来',
    '我忘了大象，周五前要',
    '公司缺红色地毯，尽快发',
    '東西裡再放把雨傘，周五前到',
  ];
  it.each([...english.map((said) => `2 desk lamps. ${said}`), ...chinese.map((said) => `两盏台灯。${said}`)])(
    '%j wants one more thing, and a person sees it',
    (text) => {
      const { note, lines } = request(text);
      expect(note.unread.length + note.quantityChanges.length + lines.length).toBeGreaterThan(1);
    },
  );
});
