import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo, place, placed } from '#test/support/placed.ts';

const offered = async (office: Office, person: string): Promise<string[]> =>
  buttonsOf(await office.last(person)).map(({ action }) => action);

describe('what is not clear enough to be done is asked', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it.each([
    ['mei', '两盏台灯', '台灯不要了'],
    ['yu', '兩盞檯燈', '檯燈不要了'],
    ['vera', '2 desk lamps', "I don't want the lamps any more"],
    ['vera', '2 desk lamps', 'remove the lamps'],
  ])('%s ordered %s and says %s: whether the order ends', async (person, ordered, words) => {
    const number = await place(office, person, ordered);
    await office.say(person, words);
    expect(await offered(office, person)).toEqual(['cancel', 'status']);
    expect((await placed(office, number)).state).toBe('confirmed');
    expect(await office.press(person, 'cancel')).toEqual({ ok: true });
    expect((await placed(office, number)).state).toBe('cancelled');
  });

  it('whether a size points at the draft or at an order that was sent in', async () => {
    const number = await place(office, 'vera', '1 standing desk 120cm white, 1 standing desk 160cm oak');
    await office.say('vera', '2 desk lamps');
    await office.say('vera', 'engrave "V" on the 160 desk');
    expect(buttonsOf(await office.last('vera')).map(({ label }) => label)).toEqual([`Change order ${number}`]);
    await office.press('vera', 'cancel', { label: 'Cancel' });
    await office.say('vera', `/cancel ${number}`);
  });

  it.each([
    ['mei', '两盏台灯', '需要上门安装'],
    ['yu', '兩盞檯燈', '需要到府安裝'],
    ['vera', '2 desk lamps', 'I need installation'],
  ])('%s ordered %s and says %s: work with a price is no silent line', async (person, ordered, words) => {
    const number = await place(office, person, ordered);
    const before = await placed(office, number);
    await office.say(person, words);
    expect(await offered(office, person)).toEqual(['change_items', 'new_order']);
    expect(await placed(office, number)).toEqual(before);
    await office.say(person, `/cancel ${number}`);
  });

  it('a day that is asked for is a press away, and nothing moves before', async () => {
    const number = await place(office, 'vera', '2 desk lamps');
    const before = await placed(office, number);
    await office.say('vera', 'can it be here by Wednesday?');
    expect(await offered(office, 'vera')).toEqual(['reschedule', 'talk_to_person']);
    expect(await placed(office, number)).toEqual(before);
    expect(await office.press('vera', 'reschedule')).toEqual({ ok: true });
    expect((await placed(office, number)).wanted).toBe('2026-12-02');
    await office.say('vera', `/cancel ${number}`);
  });

  it.each([
    ['vera', 'do you sell printers?', 'I cannot find “printers”'],
    ['vera', 'do you sell scooters?', 'I cannot find “scooters”'],
    ['mei', '有没有打印机', '没找到“打印机”'],
    ['yu', '你們有賣印表機嗎', '找不到「印表機」'],
    ['yu', '有沒有賣投影機', '找不到「投影機」'],
    ['vera', 'do you have printer paper?', 'A4 copy paper'],
    ['vera', 'have you got any monitors?', 'Which one do you mean?'],
  ])('%s asks %s', async (person, words, answer) => {
    expect(await answerTo(office, person, words)).toContain(answer);
  });
});
