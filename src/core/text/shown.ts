import { cut } from '../messages/runs.ts';

/** What shows nothing, turns the direction of writing or begins a line of its own. */
const misleading = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu;

/** Words of somebody who may mean no good as they can be shown to others: on one line, with nothing unseen in them, and no longer than so much. */
export const shown = (text: string, most: number): string =>
  cut(
    text
      .slice(0, most * 4)
      .toWellFormed()
      .replace(misleading, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  );
