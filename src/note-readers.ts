import { openAiModel } from '#adapters/openai/model.ts';
import { replayModel } from '#adapters/replay/model.ts';
import { realTimer } from '#adapters/timer.ts';
import { converse } from '#core/notes/model/asking.ts';
import { weaker } from '#core/notes/model/calls/ladder.ts';
import { withAnswer, withSecond } from '#core/notes/model/merge.ts';
import { promptVersion, type NoteToRead } from '#core/notes/model/question.ts';
import { openItems } from '#core/notes/model/second.ts';
import { opinionOf } from '#core/notes/model/verify/opinion.ts';
import { isWorthAsking } from '#core/notes/model/worth.ts';
import type { NoteInput, Reading } from '#core/notes/reading.ts';
import { readByRules, rulesReader } from '#core/notes/rules.ts';
import type { AnswerShape, NoteModel } from '#core/ports.ts';
import type { ChosenReader, Read, ReaderName } from './cli/notes/reader.ts';
import type { Config } from './config.ts';

/** The reader somebody asks for by name; where no model is set up, the rules read and say so. */
export function chooseReader(name: ReaderName, { model }: Pick<Config, 'model'>): ChosenReader {
  if (name === 'rules') return { read: (note) => ({ reading: readByRules(note), degraded: null }), notice: null };
  const connected = name === 'replay' ? replayModel : model && openAiModel(model);
  if (!connected)
    return {
      read: (note) => ({ reading: readByRules(note), degraded: 'no_model' }),
      notice: 'No model is set up: OPENAI_API_KEY is missing. The rules read instead.',
    };
  return readerBeside(connected, name !== 'both');
}

/** All of one note, with the repair. */
const wholeMs = 12_000;

/** The rules with a model beside them; `taken`: as if a colleague said yes to whatever it suggests. */
export function readerBeside(model: NoteModel, taken: boolean): ChosenReader {
  let shape: AnswerShape = model.shape ?? 'json_schema';
  const read = async (input: NoteInput): Promise<Read> => {
    const rules = readByRules(input);
    if (!isWorthAsking(rules)) return { reading: rules, degraded: null };
    const note = noteOf(input);
    const signal = realTimer.after(wholeMs);
    const asked = await converse(note, shape, {
      ask: (question) => model.ask(question, signal),
      weaker: (refused) => {
        const next = weaker[refused];
        shape = next ?? shape;
        return Promise.resolve(next);
      },
    });
    const opinion = asked.ok ? opinionOf(note, rules, asked.answer, rulesReader) : { items: [] };
    const degraded = asked.ok ? null : asked.reason;
    const both = withSecond(rules, { model: model.model, prompt: promptVersion, degraded, ...opinion });
    return { reading: taken ? withAll(both) : both, degraded };
  };
  return { read, notice: null };
}

const noteOf = ({ text, orderDate, timeZone, lines }: NoteInput): NoteToRead => ({
  text,
  orderDate,
  timeZone,
  lines: lines.map((line) => ({ ...line, chosen: [] })),
});

const withAll = (reading: Reading): Reading =>
  openItems(reading.second).reduce((all, { id }) => withAnswer(all, id, { right: true, by: 'all' }), reading);
