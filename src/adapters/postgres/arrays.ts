type Parser = ((raw: string) => unknown) | undefined;

/** What postgres.js keeps about types after it has asked the server for them, once per pool. */
export interface TypeTable {
  parsers: Record<number, Parser>;
  shared: { typeArrayMap: Record<number, number> };
}

/** Puts our own reader in the place of postgres.js' array parser, which reads an element that is NULL as the text "NULL". */
export function readNullsInArrays({ parsers, shared }: TypeTable): void {
  for (const [element, array] of Object.entries(shared.typeArrayMap)) parsers[array] = (raw) => readArray(raw, parsers[Number(element)]);
}

/** Reads PostgreSQL's text form of an array, `{1,NULL,{"a \" b",c}}`, with its elements read by their own parser. */
export function readArray(raw: string, parser: Parser): unknown[] {
  const tokens = raw.slice(raw.indexOf('{')).matchAll(/[{}]|"((?:[^"\\]|\\.)*)"|[^{},"]+/gs);
  const root: unknown[] = [];
  const open = [root];
  for (const [token, quoted] of tokens) {
    const inner = open.at(-1) ?? root;
    if (token === '{') {
      const nested: unknown[] = [];
      inner.push(nested);
      open.push(nested);
    } else if (token === '}') open.pop();
    else if (quoted === undefined && token === 'NULL') inner.push(null);
    else {
      const text = quoted?.replaceAll(/\\(.)/gs, '$1') ?? token;
      inner.push(parser ? parser(text) : text);
    }
  }
  return root[0] as unknown[]; // the text form always starts with a brace
}
