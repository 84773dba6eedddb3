import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formForDiscord, stepOfDiscord } from '#adapters/discord/form.ts';
import { formForSlack } from '#adapters/slack/form.ts';
import { formForTelegram } from '#adapters/telegram/form.ts';
import type { Field, Form, Opening } from '#core/messages/form.ts';
import { locales } from '#core/text/locale.ts';
import { discordFormFaults, slackFormFaults, telegramFormFaults } from './limits.ts';

const hostile = ['', ' ', '<b>&amp;</b> @everyone <!channel>', 'x'.repeat(5000), '&'.repeat(5000), '海'.repeat(5000), '👨‍👩‍👧‍👦'.repeat(900)];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 100 }));
const name = fc.stringMatching(/^[a-z_]{1,30}(?:_\d{1,3})?$/);
const option = fc.record({ value: fc.stringMatching(/^[\w@:-]{1,100}$/), label: text });
const field: fc.Arbitrary<Field> = fc.record(
  {
    name,
    kind: fc.constantFrom('text', 'long_text', 'number', 'date', 'select'),
    label: text,
    required: fc.boolean(),
    options: fc.array(option, { maxLength: 130 }),
    value: fc.oneof(text, fc.constantFrom('2', '2026-12-01', '2026-02-31')),
  },
  { requiredKeys: ['name', 'kind', 'label', 'required'] },
);
const form: fc.Arbitrary<Form> = fc.record({
  id: fc.stringMatching(/^[\w-]{24,32}$/),
  title: text,
  fields: fc.uniqueArray(field, { minLength: 1, maxLength: 26, selector: (each) => each.name }),
});
const opening: fc.Arbitrary<Opening> = fc
  .record({ kind: fc.constantFrom('dm' as const, 'group' as const), person: text, locale: fc.constantFrom(...locales) })
  .map(({ kind, person, locale }) => ({
    address: { platform: 'slack', account: 'A1', key: 'C1', kind },
    by: { platform: 'slack', account: 'A1', key: 'U1', name: person },
    locale,
  }));

const inReview: Opening = {
  address: { platform: 'slack', account: 'A1', key: 'C-REVIEW', kind: 'group' },
  by: { platform: 'slack', account: 'A1', key: 'U1', name: 'Lin <b>' },
  locale: 'en',
};
const typed = (each: string): Field => ({ name: each, kind: 'text', label: each, required: true });
const many = (count: number): Form => ({
  id: 'tk_0123456789abcdef',
  title: 'Change the quantities of the order',
  fields: Array.from({ length: count }, (_, at) => typed(`quantity_${at + 1}`)),
});

describe('a form on every platform', () => {
  it('is within every limit of the platform, whatever is asked', () => {
    fc.assert(
      fc.property(form, opening, (asked, opened) => {
        for (const { payload } of formForSlack(asked, opened)) expect(slackFormFaults(payload)).toEqual([]);
        for (const { payload } of formForDiscord(asked, opened)) expect(discordFormFaults(payload)).toEqual([]);
        for (const { payload } of formForTelegram(asked, opened)) expect(telegramFormFaults(payload)).toEqual([]);
      }),
    );
  });

  it('asks every field on each of them', () => {
    fc.assert(
      fc.property(form, opening, (asked, opened) => {
        const names = asked.fields.map((each) => each.name);
        const [{ payload }] = formForSlack(asked, opened);
        expect(payload.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []))).toEqual(names);
        const onDiscord = formForDiscord(asked, opened).flatMap((step) => step.payload.components);
        const askedThere = onDiscord.flatMap((part) => (part.type === ComponentType.Label ? [part.component.custom_id.split('~')[0]] : []));
        expect([...new Set(askedThere)]).toEqual(names);
        expect(formForTelegram(asked, opened)).toHaveLength(names.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('in Slack', () => {
  it('a title that is cut stands in full above the fields', () => {
    const [{ payload }] = formForSlack(many(1), inReview);
    expect(payload.title.text).toBe('Change the quantities o…');
    expect(payload.blocks[0]).toMatchObject({ type: 'header', text: { text: 'Change the quantities of the order' } });
  });

  it('each kind of field has its own element, filled in as far as Slack takes it', () => {
    const fields: Field[] = [
      { name: 'quantity', kind: 'number', label: 'Quantity', required: true, value: '2.5' },
      { name: 'date', kind: 'date', label: 'Date', required: false, value: '2026-12-01' },
      { name: 'never', kind: 'date', label: 'Date', required: false, value: '2026-02-31' },
      { name: 'reason', kind: 'long_text', label: 'Reason', required: true },
      { name: 'role', kind: 'select', label: 'Role', required: true, options: [{ value: 'legal', label: 'Legal' }], value: 'legal' },
      { name: 'nobody', kind: 'select', label: 'Colleague', required: true, options: [] },
    ];
    const [{ payload }] = formForSlack({ id: 'tk', title: 'Escalate', fields }, inReview);
    expect(payload.blocks.map((block) => (block.type === 'input' ? block.element : null))).toEqual([
      { type: 'number_input', action_id: 'quantity', is_decimal_allowed: true, initial_value: '2.5' },
      { type: 'datepicker', action_id: 'date', initial_date: '2026-12-01' },
      { type: 'datepicker', action_id: 'never' },
      { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: 3000 },
      expect.objectContaining({ type: 'static_select', initial_option: expect.objectContaining({ value: 'legal' }) }),
      { type: 'plain_text_input', action_id: 'nobody', multiline: false, max_length: 3000 },
    ]);
  });
});

describe('in Discord', () => {
  it('more than five fields are asked in steps, each of which a button leads to', () => {
    const steps = formForDiscord(many(11), inReview);
    expect(steps.map(({ payload }) => payload.components.length)).toEqual([5, 5, 1]);
    expect(steps.map(({ payload }) => payload.title.slice(-5))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(steps[0]?.invitation).toBeUndefined();
    expect(JSON.stringify(steps[1]?.invitation)).toContain('1 of 3 is filled in and kept');
    expect(JSON.stringify(steps[2]?.invitation)).toContain(`"custom_id":"${steps[2]?.payload.custom_id}"`);
    expect(stepOfDiscord(steps[2]?.payload.custom_id ?? '')).toEqual({ token: 'tk_0123456789abcdef', step: 2, of: 3 });
  });

  it('five fields are one modal under the token itself', () => {
    const [only, ...more] = formForDiscord(many(5), inReview);
    expect(more).toEqual([]);
    expect(only?.payload.custom_id).toBe('tk_0123456789abcdef');
    expect(stepOfDiscord('tk_0123456789abcdef')).toEqual({ token: 'tk_0123456789abcdef', step: 0, of: 1 });
  });

  it('what does not fit into a label stands below it', () => {
    const labels = ['Standing desk (160 cm, Oak) – quantity (0 removes it)', `${'long '.repeat(12)}label`, 'Reason'];
    const [step] = formForDiscord(
      { id: 'tk', title: 'Change', fields: labels.map((label, at) => ({ ...typed(`f${at}`), label })) },
      inReview,
    );
    expect(step?.payload.components).toMatchObject([
      { label: 'Standing desk (160 cm, Oak)', description: 'quantity (0 removes it)' },
      { label: expect.stringMatching(/^(?:long )+lon?g?…$/), description: labels[1] },
      { label: 'Reason' },
    ]);
  });

  it('a choice among more than 25 is offered in several, of which none must be used', () => {
    const options = Array.from({ length: 60 }, (_, at) => ({ value: `c${at}`, label: `Colleague ${at}` }));
    const [step] = formForDiscord({ id: 'tk', title: 'Forward', fields: [{ ...typed('colleague'), kind: 'select', options }] }, inReview);
    const selects = (step?.payload.components ?? []).flatMap((part) => (part.type === ComponentType.Label ? [part.component] : []));
    expect(selects.map(({ custom_id }) => custom_id)).toEqual(['colleague', 'colleague~2', 'colleague~3']);
    expect(selects.flatMap((select) => ('options' in select ? select.options : [])).map(({ value }) => value)).toEqual(
      options.map(({ value }) => value),
    );
    expect(selects.map((select) => 'required' in select && select.required)).toEqual([false, false, false]);
  });
});

describe('in Telegram', () => {
  const inDm: Opening = { ...inReview, address: { ...inReview.address, kind: 'dm' } };

  it('what is typed is asked as a reply, with how to leave it as it is', () => {
    const [question] = formForTelegram(
      { id: 'tk', title: 'Change <1>', fields: [{ ...typed('Quantity'), value: '2' }, typed('Reason')] },
      inDm,
    );
    expect(question?.payload.text).toBe(
      '<b>Change &lt;1&gt;</b> · 1 of 2\nQuantity\nNow: 2\n<i>Reply to this message. /skip leaves it as it is · /quit ends without sending anything</i>',
    );
    expect(question?.payload.reply_markup).toEqual({ force_reply: true, selective: false, input_field_placeholder: 'Quantity' });
  });

  it('what is chosen is asked with buttons, which say nothing but which they are', () => {
    const options = [
      { value: '01a20000-0000-7000-8000-000000000001@warehouse', label: 'Shanghai' },
      { value: 'b', label: 'Beijing' },
    ];
    const role: Field = { ...typed('place'), kind: 'select', required: false, options, value: 'b' };
    const [question] = formForTelegram({ id: 'tk', title: 'Shortage', fields: [role] }, inDm);
    const markup = question?.payload.reply_markup;
    const keys = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
    expect(keys).toEqual([
      { text: 'Shanghai', callback_data: 'tk:0:0' },
      { text: 'Beijing', callback_data: 'tk:0:1' },
      { text: 'Keep: Beijing', callback_data: 'tk:0:skip' },
      { text: 'Cancel', callback_data: 'tk:0:quit' },
    ]);
  });

  it('in a group it is for whoever pressed alone', () => {
    const [question] = formForTelegram(many(1), inReview);
    expect(question?.payload.text).toContain('<a href="tg://user?id=U1">Lin &lt;b&gt;</a>');
    expect(question?.payload.reply_markup).toMatchObject({ selective: true });
  });
});
