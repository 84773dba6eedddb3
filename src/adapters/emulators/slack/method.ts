import type { Workspace } from './workspace.ts';

/** Arguments as they come over the wire: texts, with JSON inside where there is more. */
export type Args = Record<string, string>;
export type Answer = Record<string, unknown>;

export interface Method {
  /** What a bot token must be allowed to do; null where any token will do. By conversation, where that depends on it. */
  scope: string | null | ((args: Args, workspace: Workspace) => string | null);
  /** Takes the app-level token instead of the bot's. */
  forApp?: boolean;
  run(args: Args, workspace: Workspace): Answer;
}

/** `ok: false`, with the platform's own code. */
export class Refused extends Error {
  readonly code: string;
  readonly more: Answer;

  constructor(code: string, more: Answer = {}) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.more = more;
  }
}

export function needed(args: Args, name: string): string {
  const value = args[name];
  if (value === undefined || value === '')
    throw new Refused('invalid_arguments', { response_metadata: { messages: [`[ERROR] missing required field: ${name}`] } });
  return value;
}

export function jsonIn(args: Args, name: string): unknown {
  const text = args[name];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${name} is no JSON`] } });
  }
}
