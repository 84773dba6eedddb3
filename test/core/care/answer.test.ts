import { describe, expect, it } from 'vitest';
import { judgeAnswer, touchActions, type Given, type Judged, type TouchAction } from '#core/care/answer.decide.ts';
import { noon } from '../orders/order.builder.ts';
import { aTouch, sent } from './touch.builder.ts';

const judge = (action: TouchAction, given: Partial<Given> = {}): Judged =>
  judgeAnswer({ touch: sent(), action, survey: null, text: '', score: '', now: noon.add({ hours: 1 }), ...given });
const codeOf = (judged: Judged): string => (judged.ok ? judged.shows : judged.code);
const csat = sent({ step: 'csat', purpose: 'survey' });

describe('answering what was asked after a delivery', () => {
  it('takes only what the step asks', () => {
    const taken = (step: string) => touchActions.filter((action) => judge(action, { touch: sent({ step }), text: 'x', score: '3' }).ok);
    expect(taken('arrived')).toEqual(['all_good', 'problem']);
    expect(taken('tips')).toEqual(['book', 'not_now', 'opt_out']);
    expect(taken('csat')).toEqual(['csat_1', 'csat_2', 'csat_3', 'csat_4', 'csat_5', 'comment', 'opt_out']);
    expect(taken('close')).toEqual(['all_good', 'problem', 'opt_out']);
    expect(taken('unheard-of')).toEqual([]);
  });

  it('takes nothing for what was never sent', () => {
    expect(codeOf(judge('all_good', { touch: aTouch() }))).toBe('unknown_touch');
  });

  it('takes it once', () => {
    const touch = sent({ state: 'answered', answer: 'all_good', answeredAt: noon });
    expect(codeOf(judge('all_good', { touch }))).toBe('already_answered');
    expect(codeOf(judge('problem', { touch }))).toBe('already_answered');
  });

  it('takes it for thirty days; that something is wrong for ever', () => {
    const late = { now: noon.add({ hours: 30 * 24, seconds: 1 }) };
    expect(codeOf(judge('all_good', late))).toBe('too_late');
    expect(codeOf(judge('all_good', { now: noon.add({ hours: 30 * 24 }) }))).toBe('all_good');
    expect(codeOf(judge('csat_5', { ...late, touch: csat }))).toBe('too_late');
    expect(codeOf(judge('problem', late))).toBe('problem');
    expect(codeOf(judge('opt_out', { ...late, touch: csat }))).toBe('opt_out');
  });

  it('accepts with "all good", and opens a trouble with a problem', () => {
    expect(judge('all_good')).toMatchObject({ effects: [{ kind: 'accept' }] });
    expect(judge('problem', { text: '  scratched \n' })).toMatchObject({
      effects: [{ kind: 'trouble', code: 'customer_problem', score: null, words: 'scratched' }],
    });
    expect(codeOf(judge('problem', { text: 'x'.repeat(20_001) }))).toBe('too_long');
  });

  it('takes 1 and 2 for a trouble, 3 to 5 for an answer', () => {
    const effectsOf = (action: TouchAction) => {
      const judged = judge(action, { touch: csat });
      return judged.ok ? judged.effects.map(({ kind }) => kind) : [judged.code];
    };
    expect(effectsOf('csat_1')).toEqual(['rate', 'trouble']);
    expect(effectsOf('csat_2')).toEqual(['rate', 'trouble']);
    expect(effectsOf('csat_3')).toEqual(['rate']);
    expect(effectsOf('csat_5')).toEqual(['rate']);
    expect(judge('csat_2', { touch: csat })).toMatchObject({ effects: [{ score: 2 }, { words: '★★☆☆☆ 2/5' }] });
    expect(['csat_1', 'csat_3', 'csat_4', 'csat_5'].map((action) => codeOf(judge(action as TouchAction, { touch: csat })))).toEqual([
      'dissatisfied',
      'improvable',
      'satisfied',
      'satisfied',
    ]);
  });

  it('takes words with a number, after it, and once', () => {
    expect(judge('comment', { touch: csat, text: 'nice', score: '4' })).toMatchObject({
      answer: 'csat_4',
      shows: 'commented',
      effects: [{ kind: 'rate', score: 4, comment: 'nice' }],
    });
    expect(codeOf(judge('comment', { touch: csat, text: 'nice' }))).toBe('score_missing');
    expect(codeOf(judge('comment', { touch: csat, text: 'nice', score: '6' }))).toBe('score_missing');
    expect(codeOf(judge('comment', { touch: csat, text: ' ', score: '4' }))).toBe('no_words');
    const rated = sent({ step: 'csat', state: 'answered', answer: 'csat_2', answeredAt: noon });
    expect(judge('comment', { touch: rated, survey: { score: 2, comment: null }, text: 'too loud' })).toMatchObject({
      answer: null,
      effects: [
        { kind: 'comment', text: 'too loud' },
        { kind: 'trouble', words: '★★☆☆☆ 2/5\ntoo loud' },
      ],
    });
    expect(judge('comment', { touch: rated, survey: { score: 4, comment: null }, text: 'fine' })).toMatchObject({
      effects: [{ kind: 'comment' }],
    });
    expect(codeOf(judge('comment', { touch: rated, survey: { score: 2, comment: 'x' }, text: 'more' }))).toBe('already_answered');
    expect(codeOf(judge('csat_5', { touch: rated, survey: { score: 2, comment: null } }))).toBe('already_answered');
  });

  it('lets go of everybody who wants no more, whatever they answered before', () => {
    const rated = sent({ step: 'csat', state: 'answered', answer: 'csat_5', answeredAt: noon });
    expect(judge('opt_out', { touch: rated })).toMatchObject({ ok: true, answer: null, effects: [{ kind: 'opt_out' }] });
    expect(judge('opt_out', { touch: csat })).toMatchObject({ ok: true, answer: 'opt_out' });
  });
});
