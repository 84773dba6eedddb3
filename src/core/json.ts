import type { Query } from './ports.ts';

/** A value as a `jsonb` parameter. */
export function json(query: Query, value: object) {
  return query.json(value as Parameters<Query['json']>[0]); // an interface lacks the index signature JSONValue wants
}
