import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Tx } from '#core/ports.ts';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

interface Explained {
  'QUERY PLAN': { Plan: Node }[];
}

/** Runs the statements of the work under `explain analyze`, and gives the pages they touched and the tables they walked through. */
// oxlint-disable unicorn/no-thenable -- a query of postgres.js is one already; here what is awaited is explained
export async function costOf(database: OpenDatabase, work: (tx: Tx) => Promise<unknown>): Promise<{ pages: number; walked: string[] }> {
  const plans: Node[] = [];
  await database
    .transaction(async (tx) => {
      const explained = new Proxy(tx, {
        apply: (target, self, [parts, ...values]: [TemplateStringsArray, ...unknown[]]) => {
          const written = (text: TemplateStringsArray) => Reflect.apply(target, self, [text, ...values]) as Promise<Explained[]>;
          const statement = written(parts);
          if (!/^\s*(?:\(?\s*(?:select|with)|insert|update|delete)\b/.test(parts[0] ?? '')) return statement;
          const explain = async (): Promise<unknown> => {
            const text = [`explain (analyze, buffers, format json) ${parts[0]}`, ...parts.slice(1)];
            const rows = await written(Object.assign(text, { raw: text }));
            plans.push(...rows.flatMap((row) => row['QUERY PLAN']).map(({ Plan }) => Plan));
            return Object.assign([], { count: 1 });
          };
          // a part of another statement is never awaited
          return Object.assign(statement, {
            then: (done: (rows: unknown) => unknown, failed: () => unknown) => explain().then(done, failed),
          });
        },
      });
      await work(explained);
      throw new Error('undo');
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'undo') throw error;
    });
  const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  const walked = plans.flatMap(nodes).filter((node) => node['Node Type'] === 'Seq Scan');
  const pages = plans.reduce((sum, node) => sum + node['Shared Hit Blocks'] + node['Shared Read Blocks'], 0);
  return { pages, walked: walked.flatMap((node) => node['Relation Name'] ?? []) };
}
