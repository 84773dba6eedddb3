import { openAiModel } from '#adapters/openai/model.ts';
import { replayModel } from '#adapters/replay/model.ts';
import { realTimer } from '#adapters/timer.ts';
import { converse } from '#core/notes/model/asking.ts';
import { afterCall } from '#core/notes/model/calls/breaker.decide.ts';
import { restSeconds, unknownHealth } from '#core/notes/model/calls/breaker.ts';
import type { Called } from '#core/notes/model/calls/calling.ts';
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
  if (name === 'rules') return { read: (note) => ({ reading: readByRules(note), degraded: null, asked: false }), notice: null };
  const connected = name === 'replay' ? replayModel : model && openAiModel(model);
  if (!connected)
    return {
      read: (note) => ({ reading: readByRules(note), degraded: 'no_model', asked: false }),
      notice: 'No model is set up: OPENAI_API_KEY is missing. The rules read instead.',
    };
  return readerBeside(connected, name !== 'both');
}

/**
 * A model that is given a rest where it fails, as the desk gives it one: so many failures in a row, and the next calls are answered here, with
 * the reason; after half a minute one call tries again.
 */
export function restingModel(
  model: NoteModel,
  now = (): number => performance.now(),
): (...asked: Parameters<NoteModel['ask']>) => Promise<Called> {
  let breaker = unknownHealth;
  let restsUntil = 0;
  return async (question, signal) => {
    if (breaker.open && now() < restsUntil) return { ok: false, reason: 'breaker_open', because: breaker.because };
    const answer = await model.ask(question, signal);
    breaker = afterCall(breaker, { ended: answer.ok ? null : answer.reason, ms: Math.round(answer.ms) });
    restsUntil = now() + restSeconds * 1_000;
    return answer;
  };
}

/** All of one note, with the repair. */
const wholeMs = 12_000;

/** The rules with a model beside them; `taken`: as if a colleague said yes to whatever it suggests. */
export function readerBeside(model: NoteModel, taken: boolean): ChosenReader {
  let shape: AnswerShape = model.shape ?? 'json_schema';
  const askModel = restingModel(model);
  const read = async (input: NoteInput): Promise<Read> => {
    const rules = readByRules(input);
    if (!isWorthAsking(rules)) return { reading: rules, degraded: null, asked: false };
    const note = noteOf(input);
    const signal = realTimer.after(wholeMs);
    const asked = await converse(note, shape, {
      ask: (question) => askModel(question, signal),
      weaker: (refused) => {
        const next = weaker[refused];
        shape = next ?? shape;
        return Promise.resolve(next);
      },
    });
    const opinion = asked.ok ? opinionOf(note, rules, asked.answer, rulesReader) : { items: [] };
    const degraded = asked.ok ? null : asked.reason;
    const why = !asked.ok && asked.because ? { because: asked.because } : {};
    const both = withSecond(rules, { model: model.model, prompt: promptVersion, degraded, ...why, ...opinion });
    return { reading: taken ? withAll(both) : both, degraded, ...why, asked: true };
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
