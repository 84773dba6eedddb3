import { openAiModel } from '#adapters/openai/model.ts';
import { replayModel } from '#adapters/replay/model.ts';
import type { Terms } from '#core/notes/model/calls/calling.ts';
import { promptVersion } from '#core/notes/model/question.ts';
import { isWorthAsking } from '#core/notes/model/worth.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { SecondReader } from '#core/orders/reading/second.act.ts';
import type { NoteReader } from '#core/ports.ts';
import type { Config } from './config.ts';

/** Who reads notes: at once by rules, and a model beside them where there is one. */
export interface Readers {
  reader: NoteReader;
  second: SecondReader | null;
  /** The answer is there at once, so that whoever waits for the desk may wait for it too. */
  isInstant: boolean;
}

/** What costs nothing needs no budget. */
const free: Terms = { budget: { day: null, month: null }, prices: null, currency: 'USD' };

export function readersOf({ reader, model }: Pick<Config, 'reader' | 'model'>, isDemo: boolean): Readers {
  const mode = reader ?? (model ? 'model' : isDemo ? 'replay' : null);
  if (mode === 'replay') return { reader: rulesReader, second: { model: replayModel, terms: free }, isInstant: true };
  if (mode === 'model' && model) return { reader: rulesReader, second: connected(model), isInstant: false };
  // who chose the rules need not be told of it on every card
  return { reader: mode === 'rules' ? rulesReader : alone, second: null, isInstant: true };
}

function connected({ budget, prices, currency, ...server }: NonNullable<Config['model']>): SecondReader {
  const millionths = (amount: number | null): bigint | null => (amount === null ? null : BigInt(Math.round(amount * 1_000_000)));
  return {
    model: openAiModel(server),
    terms: { budget: { day: millionths(budget.day), month: millionths(budget.month) }, prices, currency },
  };
}

/** The rules, which say with each reading that no model has read along. */
const alone: NoteReader = {
  read(note) {
    const reading = rulesReader.read(note);
    if (!isWorthAsking(reading)) return reading;
    return { ...reading, second: { model: null, prompt: promptVersion, degraded: 'no_model', items: [] } };
  },
};
