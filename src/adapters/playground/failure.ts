import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every "no" of the playground's calls: a code for programs and a sentence for people. */
export function failure(context: Context, status: ContentfulStatusCode, code: string, text: string) {
  return context.json({ error: { code, text } }, status);
}

/** What was asked for is not there, or not to be seen by whoever asks. */
export class NotThere extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

/** The call itself cannot be understood, or asks for more than it may. */
export class NotUnderstood extends Error {
  readonly status: 400 | 413;
  readonly code: string;
  constructor(text: string, code = 'not_understood', status: 400 | 413 = 400) {
    super(text);
    this.code = code;
    this.status = status;
  }
}
