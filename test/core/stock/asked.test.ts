import { describe, expect, it } from 'vitest';
import { goodsMeant, readGoodsQuestion } from '#core/stock/asked/asked.decide.ts';
import { indexNames } from '#core/stock/search.ts';

describe('a question about goods', () => {
  it.each([
    ['how much is a tea pot?', 'price', 'tea pot'],
    ['Hi, how much are 30 coffee mugs please?', 'price', 'coffee mugs'],
    ['How much does the oak desk cost', 'price', 'oak desk'],
    ['what does the oak desk cost?', 'price', 'oak desk'],
    ["what's the price of the tea pot?", 'price', 'tea pot'],
    ['price for tea pots', 'price', 'tea pots'],
    ['coffee mug price?', 'price', 'coffee mug'],
    ['do you have blue mugs?', 'stock', 'blue mugs'],
    ['Do you sell any tea pots?', 'stock', 'tea pots'],
    ['are the oak desks still in stock?', 'stock', 'oak desks'],
    ['any coffee mugs left?', 'stock', 'coffee mugs'],
    ['茶壶多少钱', 'price', '茶壶'],
    ['茶壺幾錢', 'price', '茶壶'],
    ['请问茶壶怎么卖？', 'price', '茶壶'],
    ['多少钱一个茶壶', 'price', '茶壶'],
    ['有没有蓝色的杯子', 'stock', '蓝色的杯子'],
    ['你哋有冇藍色嘅杯', 'stock', '蓝色嘅杯'],
    ['你们有茶壶卖吗？', 'stock', '茶壶'],
    ['茶壶还有货吗', 'stock', '茶壶'],
  ])('is heard in %s', (text, about, words) => {
    expect(readGoodsQuestion(text)).toEqual({ about, words });
  });

  it.each([
    '2 tea pots please',
    'how much is delivery to Leeds?',
    'how much discount do I get on 30 mugs?',
    'when will my order arrive?',
    'two mugs. how much is the tea pot?',
    'how much is the tea pot, and can you deliver on Friday?',
    '茶壶两个，多少钱？',
    '运费多少钱',
    '我要两个茶壶',
    'x'.repeat(50_000),
    'how much is '.repeat(9_000),
  ])('is none in %j', (text) => {
    expect(readGoodsQuestion(text)).toBeNull();
  });

  const index = indexNames([
    { sku: 'MUG', names: ['Coffee mug', '咖啡杯'] },
    { sku: 'POT', names: ['Tea pot', '茶壶'] },
    { sku: 'CUP', names: ['Tea cup', '茶杯'] },
  ]);
  it.each([
    ['tea pot', { kind: 'exact', sku: 'POT' }, null],
    ['teapots', { kind: 'exact', sku: 'POT' }, null],
    ['blue mugs', { kind: 'exact', sku: 'MUG' }, 'blue'],
    ['porcelain tea pot', { kind: 'exact', sku: 'POT' }, 'porcelain'],
    ['蓝色的咖啡杯', { kind: 'exact', sku: 'MUG' }, '蓝色'],
    ['蓝色的杯子', { kind: 'doubtful', skus: expect.arrayContaining(['MUG', 'CUP']) as string[] }, '蓝色'],
    ['unicorn', { kind: 'unknown' }, null],
  ])('means what is sold: %s', (words, match, trait) => {
    expect(goodsMeant(index, words)).toMatchObject({ match, trait });
  });
});
