import peopleJson from './people.json' with { type: 'json' };
import { peopleFile } from './schema.ts';

/** Demo customers who only have a past: the playground does not speak as them. */
export function hiddenPeople(): string[] {
  return peopleFile.parse(peopleJson).customers.flatMap(({ id, shown }) => (shown ? [] : [id]));
}
