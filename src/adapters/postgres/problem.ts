import { Problem } from '#src/problem.ts';

export type ProblemCode =
  | 'url_invalid'
  | 'server_unreachable'
  | 'password_wrong'
  | 'database_missing'
  | 'server_too_old'
  | 'folder_not_writable'
  | 'folder_held'
  | 'engine_failed'
  | 'migration_edited'
  | 'database_newer';

/** What is wrong with the database and how a person mends it; it never holds a password. */
export class DatabaseProblem extends Problem {
  override readonly name = 'DatabaseProblem';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, remedy: string) {
    super(message, remedy, code === 'url_invalid' ? 2 : 1);
    this.code = code;
  }
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The embedded PostgreSQL could not start, or died. */
export function engineFailed(error: unknown): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  // Emscripten throws objects that are no errors.
  const reason = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return engineProblem(`The embedded PostgreSQL stopped: ${String(reason)}.`);
}

export function engineProblem(message: string): DatabaseProblem {
  return new DatabaseProblem(
    'engine_failed',
    message,
    'Start again: everything acknowledged is on disk. If it cannot open its data, restore the last backup.',
  );
}
