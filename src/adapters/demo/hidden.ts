import peopleJson from './people.json' with { type: 'json' };
import { peopleFile } from './schema.ts';

/** Demo customers who only have a past, by id with their names: the playground does not speak as them. */
export function hiddenPeople(): ReadonlyMap<string, string> {
  return new Map(peopleFile.parse(peopleJson).customers.flatMap(({ id, name, shown }) => (shown ? [] : [[id, name]])));
}
