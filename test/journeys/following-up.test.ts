import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('after a delivery on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { delivered, deliveredLate, formOf, touches, dueAt, history, exceptions, expectLast } = followedOf(() => office);
  const actionsOf = async (person: string) => buttonsOf(await office.last(person)).map(({ action }) => action);
  const stateOf = async (number: string) => {
    const [row] = await office.database.sql<{ state: string }[]>`select state from orders where number = ${number}`;
    return row?.state;
  };
  const caseOf = async (name: string) => {
    const found = (await office.sees('lin', review)).findLast(
      ({ card, replyTo }) => card?.blocks[0]?.kind === 'heading' && !replyTo && JSON.stringify(card.blocks[0]).includes(name),
    );
    if (!found) throw new Error(`no case of ${name} stands in review`);
    return found;
  };
  /** To a noon of the business so much later that a customer may be asked again. */
  const laterOn = async () => {
    const local = office.now.toZonedDateTimeISO('Asia/Shanghai').add({ days: 31 });
    await office.jump({ seconds: office.now.until(local.with({ hour: 12, minute: 0, second: 0 }).toInstant()).total('seconds') });
  };

  it('goes from the order to the last word: asked, helped, asked how it was, and closed', async () => {
    const number = await delivered('ann', '2 desk lamps and 1 ergonomic chair, black');
    await office.advance({ hours: 2 });
    await expectLast('ann', `A short question about order ${number}: is everything there, and all right?`);
    expect(await actionsOf('ann')).toEqual(['all_good', 'problem']);
    expect(await office.press('ann', 'all_good')).toEqual({ ok: true });
    expect(await stateOf(number)).toBe('completed');
    await expectLast('ann', `Order ${number}: all good. Thank you for telling us!`);

    await office.advance({ hours: 22 });
    const tips = await office.last('ann');
    expect(tips.text).toMatch(
      new RegExp(`^Tips for order ${number}\n(?:• .+: .+\n)*• Ergonomic chair: Set the seat .*\n(?:• .*\n)*If you like, we install it`),
    );
    expect(await actionsOf('ann')).toEqual(['book', 'not_now', 'opt_out']);
    expect(await office.press('ann', 'book')).toEqual({ ok: true });
    const stays = (await office.sees('ann')).find(({ id }) => id === tips.id);
    expect(stays?.text).toContain('Set the seat');
    expect(stays && buttonsOf(stays)).toEqual([]);
    expect((await caseOf('Ann')).text).toContain(`I would like to book the installation or training for order ${number}.`);

    await office.advance({ hours: 24 });
    await expectLast('ann', `How satisfied are you with order ${number}? 1 is not at all, 5 is very.`);
    expect(await actionsOf('ann')).toEqual(['csat_1', 'csat_2', 'csat_3', 'csat_4', 'csat_5', 'comment', 'opt_out']);
    const { id: asked } = await office.last('ann');
    const question = async () => (await office.sees('ann')).find(({ id }) => id === asked);
    expect(await office.press('ann', 'csat_5')).toEqual({ ok: true });
    expect((await question())?.text).toBe(`Order ${number}: you gave 5 of 5. Thank you!`);
    // whoever is content is asked once whether they want to hear from us
    await expectLast('ann', /^One more question, and you need not answer it:\nMay Harbour Office write to you here on Discord/);
    expect(await actionsOf('ann')).toEqual(['offers_yes', 'offers_no']);
    expect(await office.press('ann', 'comment', { values: { text: 'Quick and friendly.' } })).toEqual({ ok: true });
    const answered = await question();
    expect(answered?.text).toBe(`Order ${number}: you gave 5 of 5. Thank you for your words!`);
    expect(answered && buttonsOf(answered)).toEqual([]);

    await office.advance({ hours: 24 });
    expect(await touches(number)).toEqual([
      'arrived answered all_good',
      'tips answered book',
      'csat answered csat_5',
      'close withheld no_consent',
    ]);
    const [answer] = await office.database.sql`select kind, score, comment from survey_answers`;
    expect(answer).toEqual({ kind: 'csat', score: 5, comment: 'Quick and friendly.' });
    const told = await history(number);
    for (const line of [
      'The desk planned messages to the customer\n• Whether everything is all right: Wed, Nov 25, 14:00\n• Tips and an offer of help: Thu, Nov 26, 12:00\n• Satisfaction (1–5): Fri, Nov 27, 12:00\n• Last word: a reminder or thanks: Sat, Nov 28, 12:00',
      'The desk wrote to the customer as planned\n• Whether everything is all right',
      '• Whether everything is all right: all good',
      'The desk wrote to the customer as planned\n• Tips and an offer of help',
      '• Tips and an offer of help: book',
      '• Satisfaction (1–5): 5 of 5',
      '• Satisfaction (1–5): a comment\n• In their words: “Quick and friendly.”',
      'The desk did not send a planned message to the customer\n• Last word: a reminder or thanks: the customer has not asked for such messages',
    ])
      expect(told).toContain(line);
    await office.press('lin', 'close_case', review);
  });

  it('waits for the morning, reminds once, and completes the order by itself', async () => {
    await laterOn();
    // seven in the evening
    await office.advance({ hours: 7 });
    const number = await delivered('mei', '3盏台灯');
    await office.advance({ hours: 3 });
    await expectLast('mei', new RegExp(`订单 ${number} 已送达。您先慢慢查看，稍后我们再问您有没有问题。`));
    expect(await touches(number)).toContain('arrived deferred quiet_hours');
    const morning = await dueAt(number, 'arrived');
    expect(morning).toMatch(/T08:0\d$/);
    expect(await history(number)).toMatch(
      /put off a message to the customer\n• Whether everything is all right: .* 08:0\d \(outside the hours/,
    );
    await office.advance({ hours: 11 });
    await expectLast('mei', `想跟您确认一下订单 ${number}：货都齐了吗？有没有问题？`);

    await office.advance({ hours: 60 });
    const said = (await office.sees('mei')).filter(({ person }) => person === null).slice(-3);
    expect(said.map(({ text }) => text)).toEqual([
      expect.stringContaining('我们可以免费上门安装'),
      `您对订单 ${number} 满意吗？1 分最低，5 分最高。`,
      expect.stringMatching(new RegExp(`^还没有收到您对订单 ${number} 的回复。如果 1月\\d+日周.前没有收到反馈，我们就当一切都好。$`, 'u')),
    ]);
    const before = said.length;
    await office.advance({ hours: 24 * 5 });
    expect(await stateOf(number)).toBe('completed');
    expect((await office.sees('mei')).filter(({ person }) => person === null).slice(-3)).toHaveLength(before);
    expect(await touches(number)).toEqual(['arrived sent', 'tips sent', 'csat sent', 'close sent']);
  });

  it('says sorry first where a delivery was late, and spares the tips', async () => {
    await laterOn();
    const late = await deliveredLate('raj', '1 ergonomic chair, black', 2);
    expect(await history(late)).toContain('• Tips and an offer of help: delivered late: we apologise instead');
    await office.advance({ hours: 2 });
    await expectLast('raj', new RegExp(`^We are sorry: order ${late} reached you 2 days later than we promised\\.`));
    expect(await actionsOf('raj')).toEqual(['all_good', 'problem']);
    expect(await touches(late)).toEqual(['arrived sent', 'tips cancelled late_delivery', 'csat planned', 'close planned']);
    expect(await office.press('raj', 'all_good')).toEqual({ ok: true });
    const one = await deliveredLate('mei', '1把人体工学椅，黑色', 1);
    await office.advance({ hours: 2 });
    await expectLast('mei', new RegExp(`^非常抱歉，订单 ${one} 比承诺的日期晚了 1 天送到。`, 'u'));
    await office.advance({ hours: 24 * 7 });
  });

  it('brings a problem before colleagues in the customer’s words, stops the rest, and asks a day after it was settled', async () => {
    await laterOn();
    const number = await delivered('ann', '2 desk lamps');
    await office.advance({ hours: 2 });
    const { id } = await office.last('ann');
    const form = await formOf('ann', 'problem');
    expect(form).toMatchObject({
      title: 'Problem',
      fields: [{ name: 'text', kind: 'long_text', label: 'What is wrong?', required: true }],
    });
    expect(await office.press('ann', 'problem', { values: { text: 'One lamp is <b>cracked</b> & flickers' } })).toEqual({ ok: true });
    expect((await office.sees('ann')).find((message) => message.id === id)?.text).toBe(
      `Order ${number}: you reported a problem. A colleague sees to it.`,
    );
    await expectLast('ann', new RegExp(`^I am sorry about that\\. I have passed your words about order ${number} to a colleague`));
    const card = async () => (await office.sees('ann')).find(({ text, edited }) => edited && text.startsWith(`Order ${number} · `))?.text;
    expect(await card()).toContain('A colleague looks into what is not right.');
    const standing = await caseOf('Ann');
    expect(standing.text).toContain('Ann Fischer 反馈有问题');
    expect(standing.text).toContain('One lamp is <b>cracked</b> & flickers');
    expect(JSON.stringify(standing.card)).toMatch(new RegExp(`${number}：等级中，.*前联系客户`, 'u'));
    expect(await exceptions(number)).toEqual(['customer_problem medium open']);
    expect(await touches(number)).toEqual([
      'arrived answered problem',
      'tips cancelled problem',
      'csat cancelled problem',
      'close cancelled problem',
    ]);
    const told = await history(number);
    expect(told).toContain('The desk opened an exception\n• Problem reported by the customer: medium\n• Somebody calls the customer by');
    expect(told).toContain(
      'The desk dropped a planned message: it is no longer needed\n• Tips and an offer of help: the customer was not content',
    );
    expect(told).toContain('“One lamp is <b>cracked</b> & flickers”');

    // time alone accepts nothing while it is not settled
    await office.advance({ hours: 24 * 8 });
    expect(await stateOf(number)).toBe('delivered');
    // and it weighs more by now
    expect(await exceptions(number)).toEqual(['customer_problem high open']);
    await office.say('lin', 'A new lamp is on its way.', { ...review, replyTo: standing.id });
    expect(await office.press('lin', 'close_case', review)).toEqual({ ok: true });
    expect(await exceptions(number)).toEqual(['customer_problem high resolved case_closed']);
    expect(await touches(number)).toContain('csat planned');
    expect(await history(number)).toContain('settled an exception\n• Problem reported by the customer: high');
    await office.advance({ hours: 24 });
    await expectLast('ann', new RegExp(`^How satisfied are you with order ${number}\\?`));
    await office.advance({ hours: 24 * 6 });
    expect(await stateOf(number)).toBe('completed');
  });

  it('takes a low score for a problem, with its words, and calls the manager for a key customer', async () => {
    await laterOn();
    const number = await delivered('raj', '2 notebooks');
    await office.advance({ hours: 48 });
    expect(await office.press('raj', 'comment', { values: { text: 'Paper too thin', score: '2' } })).toEqual({ ok: true });
    expect(await exceptions(number)).toEqual(['low_score high open']);
    expect((await caseOf('Raj')).text).toContain('★★☆☆☆ 2/5\nPaper too thin');
    expect((await office.last('grace')).text).toContain('Paper too thin');
    expect(await touches(number)).toContain('close cancelled problem');
    const [answer] = await office.database.sql`select score, comment from survey_answers order by answered_at desc limit 1`;
    expect(answer).toEqual({ score: 2, comment: 'Paper too thin' });
    await office.press('lin', 'close_case', review);
    // who said how it was is not asked again
    expect(await touches(number)).toContain('csat answered csat_2');
    await office.advance({ hours: 48 });
    expect((await office.sees('raj')).filter(({ text }) => text.includes(`with order ${number}? 1 is`))).toEqual([]);
  });

  it('hears a problem, an "all good" and a number in words too', async () => {
    await laterOn();
    const number = await delivered('mei', '2盏台灯');
    await office.advance({ hours: 2 });
    await office.say('mei', '都没问题，谢谢');
    await expectLast('mei', '谢谢您的反馈！');
    expect(await stateOf(number)).toBe('completed');
    await office.advance({ hours: 46 });
    await office.say('mei', '4分');
    expect(await touches(number)).toContain('csat answered csat_4');
    const [row] = await office.database.sql`select score from survey_answers order by answered_at desc limit 1`;
    expect(row).toEqual({ score: 4 });

    const broken = await delivered('raj', '1 headset');
    await office.advance({ hours: 1 });
    await office.say('raj', 'the headset arrived broken');
    expect(await exceptions(broken)).toEqual(['customer_problem high open']);
    expect((await caseOf('Raj')).text).toContain('the headset arrived broken');
    expect(await touches(broken)).toEqual([
      'arrived cancelled problem',
      'tips cancelled problem',
      'csat cancelled problem',
      'close cancelled problem',
    ]);
    await office.press('lin', 'close_case', review);
    // a number with a draft waiting is about the draft
    await office.say('mei', '想要台灯');
    await office.say('mei', '5');
    expect((await office.last('mei')).text).toContain('5');
    await office.press('mei', 'cancel');
  });
});
