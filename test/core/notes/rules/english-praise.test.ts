import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-09-08'),
    timeZone: 'Europe/London',
    lines: [
      { sku: 'TEA', names: ['Fruit tea'], quantity: 9 },
      { sku: 'BEN', names: ['Bench'], quantity: 2 },
    ],
  });

describe('an English note in which nothing more is asked', () => {
  it.each([
    'Great quality as always, lovely people!',
    'Lovely little shop, always a pleasure!',
    'Love your shop, best gifts in town!',
    'Nicest staff ever!',
    'Such a friendly team.',
    'The kindest shop on the high street!',
    'The bench can stay standard, nothing special needed.',
    'The bench stays as it comes.',
    'We are moving in on 2 October, anytime before that suits.',
    'Please deliver by noon tomorrow... sorry, wrong day, by noon on Thursday.',
    'No earlier than 6 July please. Urgent was my last order, not this one.',
    'Both can go to our neighbour at no. 6 if nobody answers.',
  ])('%j leaves nothing unread', (text) => expect(read(text).unread).toEqual([]));

  it.each([
    'Lovely little teapot too.',
    'Nicest box please.',
    'Best before date visible.',
    'Lovely people, shame about the courier.',
    'The bench stays at the shop.',
    'Any time after that suits.',
    'It came on Monday, wrong day.',
    'Not this one, the other.',
    'Number 9 please.',
  ])('%j says one thing more', (text) => expect(read(text).unread).not.toEqual([]));
});
