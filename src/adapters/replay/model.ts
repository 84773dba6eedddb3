import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import recorded from './answers.json' with { type: 'json' };

const answers: ReadonlyMap<string, object> = new Map(recorded.map(({ note, answer }) => [note, answer]));

/**
 * Answers as a model gave them once, for the notes of the demo's stories: the whole way is the real one, without a server, a
 * key or a cost. A note that is not recorded says so.
 */
export const replayModel: NoteModel = {
  server: 'replay',
  model: 'replay',
  shape: 'json_schema',
  ask({ messages }): Promise<ModelAnswer> {
    const answer = answers.get(noteIn(messages.at(-1)?.content ?? ''));
    const usage = { input: 0, cached: 0, output: 0 };
    return Promise.resolve(
      answer ? { ok: true, text: JSON.stringify(answer), usage, ms: 0 } : { ok: false, reason: 'not_recorded', usage, ms: 0 },
    );
  },
};

/** What stands between the two marks of the question. */
function noteIn(question: string): string {
  const mark = /^=====note-\d+=====$/m.exec(question)?.[0];
  return mark === undefined ? '' : question.slice(question.indexOf(`${mark}\n`) + mark.length + 1, question.lastIndexOf(`\n${mark}`));
}
