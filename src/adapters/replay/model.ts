import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import recorded from './answers.json' with { type: 'json' };

/** An answer that a model gave to a note once. */
export interface Recorded {
  note: string;
  answer: object;
}

/** Answers as a model gave them once: the whole way is the real one, without a server, a key or a cost. A note that is not recorded says so. */
export function replayOf(recordings: readonly Recorded[]): NoteModel {
  const answers: ReadonlyMap<string, object> = new Map(recordings.map(({ note, answer }) => [note, answer]));
  return {
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
}

/** What was recorded for the notes of the demo's stories. */
export const replayModel = replayOf(recorded);

/** What stands between the two marks of the question. */
export function noteIn(question: string): string {
  const mark = /^=====note-\d+=====$/m.exec(question)?.[0];
  return mark === undefined ? '' : question.slice(question.indexOf(`${mark}\n`) + mark.length + 1, question.lastIndexOf(`\n${mark}`));
}
