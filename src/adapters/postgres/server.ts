import { codeOf, DatabaseProblem } from './problem.ts';

const oldest = 15;
const unreachable = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|ENOENT|EACCES|CONNECT_TIMEOUT|CONNECTION_CLOSED|57P03|53300)/;

/** The parts of the address that may be shown. */
export interface Place {
  user: string;
  host: string;
  database: string;
}

/** Reads the address without letting its password into an error. */
export function placeOf(url: string): Place {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol))
    throw new DatabaseProblem(
      'url_invalid',
      'DATABASE_URL is no address of a PostgreSQL server.',
      'Write it as postgres://user:password@host:5432/database; special characters in the password need % escapes.',
    );
  const user = decodeURIComponent(parsed.username);
  return {
    user,
    host: parsed.host || parsed.searchParams.get('host') || 'localhost',
    database: decodeURIComponent(parsed.pathname.slice(1)) || user,
  };
}

/** `number` is `server_version_num`: 150020 for 15.20. */
export function requireVersion({ number, version }: { number: number; version: string }): void {
  if (number >= oldest * 10_000) return;
  throw new DatabaseProblem(
    'server_too_old',
    `The server is PostgreSQL ${version}; Orderly needs ${oldest} or later.`,
    `Upgrade it, or point DATABASE_URL at a server with PostgreSQL ${oldest} or later.`,
  );
}

/** The problem behind a connection that failed; an error no person can mend comes back as it is. */
export function problemOf(error: unknown, place: Place): unknown {
  const code = codeOf(error);
  const { user, host, database } = place;
  if (unreachable.test(code))
    return new DatabaseProblem(
      'server_unreachable',
      `The PostgreSQL server at ${host} does not answer (${code}).`,
      'Check that it runs, that host and port in DATABASE_URL are right, and that a firewall lets this machine through.',
    );
  if (code.startsWith('28'))
    return new DatabaseProblem(
      'password_wrong',
      `The PostgreSQL server at ${host} does not let ${user || 'this user'} in.`,
      'Check user and password in DATABASE_URL, and pg_hba.conf on the server.',
    );
  if (code === '3D000')
    return new DatabaseProblem(
      'database_missing',
      `There is no database "${database}" on ${host}.`,
      `Create it with: createdb ${database}, or correct the name in DATABASE_URL.`,
    );
  return error;
}
