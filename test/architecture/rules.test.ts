import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLayers } from './layers.ts';
import { playgroundBeyondTheDoor } from './playground.ts';
import { sources } from './project.ts';
import { impureCore, mixedRoles, strayEnvironment } from './purity.ts';
import { barrels, defaultExports, tooLong, vagueNames } from './shape.ts';
import { read } from './source.ts';
import { foreignWrites, writesOf } from './tables.ts';
import { compare, keysOf } from './texts.ts';

describe('a file is read as the compiler reads it', () => {
  const imports = (text: string) => read('src/a.ts', text).imports;

  it('finds every way to import', () => {
    const text =
      "import a from './a.ts';\nimport {\n  b,\n  c,\n} from './b.ts';\nimport './c.ts';\nexport { d } from './d.ts';\nconst e = await import('./e.ts');";
    expect(imports(text)).toMatchObject([
      { from: './a.ts', line: 1 },
      { from: './b.ts', line: 5 },
      { from: './c.ts', line: 6 },
      { from: './d.ts', line: 7 },
      { from: './e.ts', line: 8 },
    ]);
  });

  it('knows what is gone before the program runs', () => {
    expect(
      imports("import type { A } from 'a';\nimport { type B } from 'b';\nimport { type C, d } from 'c';").map(({ typeOnly }) => typeOnly),
    ).toEqual([true, true, false]);
  });

  it('does not take comments, strings and patterns for code', () => {
    const text =
      "// import './a.ts'\n/* new Date() */ const b = 'new Date()';\nconst c = /new Date()'\\/[/'`]/g;\nconst d = `new Date() ${`Date.now ${1}`}`;";
    expect(imports(text)).toEqual([]);
    expect(impureCore(read('src/core/a.ts', text))).toEqual([]);
  });

  it('sees what a template computes', () => {
    expect(impureCore(read('src/core/a.ts', 'const a = `at ${{ now: Date.now() }.now}`;'))).toEqual([
      'src/core/a.ts:1 Date.now is no business of the core',
    ]);
  });

  it('keeps every line in its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '${', '}', '{', "'", '"', '/', '//', '/*', '*/', '\n', '\\', 'a', ' ')), (parts) => {
        const text = parts.join('');
        const { code, bare } = read('a.ts', text);
        const lines = (one: string): number => one.split('\n').length;
        expect([code.length, bare.length, lines(code), lines(bare)]).toEqual([text.length, text.length, lines(text), lines(text)]);
      }),
    );
  });

  it('reads this project, not nothing', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(({ imports: found }) => found).length).toBeGreaterThan(500);
    expect(new Set(files.flatMap((file) => writesOf(file).map(({ table }) => table))).size).toBeGreaterThan(20);
  });
});

describe('each rule names what breaks it', () => {
  const importing = (path: string, from: string, what = '{ a }') => brokenLayers(read(path, `import ${what} from '${from}';`));

  it.for([
    ['src/core/desk.ts', '#adapters/log.ts', 'core never knows adapters'],
    ['src/core/desk.ts', '../config.ts', 'core never knows main'],
    ['src/core/desk.ts', 'node:fs/promises', 'the core knows no platform'],
    ['src/core/desk.ts', '@slack/bolt', 'the core takes no package that reaches outside'],
    ['src/core/desk.ts', 'postgres', 'postgres enters the core as a type only'],
    ['src/prompts/note.ts', '#core/desk.ts', 'prompts never knows core'],
    ['src/adapters/slack/send.ts', '../discord/send.ts', 'adapters never meet each other'],
    ['src/adapters/slack/send.ts', '../index.ts', 'only main reads the list of channels'],
    ['src/adapters/log.ts', './slack/send.ts', 'adapters never meet each other'],
    ['src/adapters/slack/send.ts', '#src/config.ts', 'adapters never knows main'],
    ['src/cli/start.ts', '#adapters/log.ts', 'cli never knows adapters'],
    ['src/cli/start.ts', '../main.ts', 'commands wire nothing'],
  ])('%s must not import %s', ([path, from, why]) => {
    expect(importing(path ?? '', from ?? '')).toEqual([`${path}:1 imports ${from}: ${why}`]);
  });

  it.for([
    ['src/core/ports.ts', 'postgres', 'type { Sql }'],
    ['src/core/desk.ts', './talk/press.act.ts', '{ press }'],
    ['src/adapters/slack/send.ts', '../log.ts', '{ a }'],
    ['src/adapters/slack/send.ts', '#core/ports.ts', 'type { Log }'],
    ['src/adapters/index.ts', './slack/send.ts', '{ a }'],
    ['src/cli/start.ts', '#src/config.ts', 'type { Config }'],
    ['src/main.ts', '#adapters/postgres/database.ts', '{ a }'],
  ])('%s may import %s', ([path, from, what]) => {
    expect(importing(path ?? '', from ?? '', what)).toEqual([]);
  });

  it('the core asks nobody for the time', () => {
    for (const taken of [
      'new Date()',
      'Date.now()',
      'Temporal.Now.instant()',
      'Math.random()',
      'process.env',
      'setTimeout(a, 1)',
      'crypto.randomUUID()',
      "fetch('a')",
    ])
      expect(impureCore(read('src/core/a.ts', `const a = ${taken};`)), taken).not.toEqual([]);
    expect(impureCore(read('src/adapters/a.ts', 'const a = Date.now();'))).toEqual([]);
  });

  it('nobody else reads the environment', () => {
    expect(strayEnvironment(read('src/adapters/a.ts', '\nprocess.env.PORT;'))).toEqual([
      'src/adapters/a.ts:2 process.env is read in src/config.ts and src/main.ts only',
    ]);
    expect(strayEnvironment(read('src/config.ts', 'process.env.PORT;'))).toEqual([]);
  });

  it('a decision neither remembers nor waits', () => {
    expect(mixedRoles(read('src/core/orders/a.decide.ts', "import { b } from './b.store.ts';"))).toHaveLength(1);
    expect(mixedRoles(read('src/core/orders/placing/decide.ts', "import { b } from './act.ts';"))).toHaveLength(1);
    expect(mixedRoles(read('src/core/orders/a.decide.ts', 'export async function a() {}'))).toHaveLength(1);
    expect(mixedRoles(read('src/core/orders/a.store.ts', "import { b } from './b.decide.ts';"))).toHaveLength(1);
    expect(mixedRoles(read('src/core/orders/a.store.ts', "import type { B } from './b.decide.ts';"))).toEqual([]);
    expect(mixedRoles(read('src/core/orders/a.act.ts', "import { b } from './b.decide.ts';\nimport { c } from './c.store.ts';"))).toEqual(
      [],
    );
  });

  it('a table has one feature that writes it', () => {
    const writing = (sql: string) => foreignWrites(read('src/core/stock/a.store.ts', `const a = tx\`\n${sql}\``));
    expect(writing('insert into customers (id) values (1)')).toEqual([
      'src/core/stock/a.store.ts:2 writes customers, which belongs to core/people',
    ]);
    expect(writing('update orders o\nset state = 1')).toHaveLength(1);
    expect(writing('delete from events')).toHaveLength(1);
    expect(writing('insert into nowhere (id)')).toEqual([
      'src/core/stock/a.store.ts:2 writes nowhere, which no feature owns: name its owner in test/architecture/tables.ts',
    ]);
    expect(writing('select 1 from customers for update')).toEqual([]);
    expect(writing('insert into products (sku)\non conflict (sku) do update\nset kind = 1')).toEqual([]);
  });

  it('the playground has no other way in than anybody', () => {
    const store = read(
      'src/core/stock/a.store.ts',
      'export async function list() {\n  await q`select 1`;\n}\nexport async function put() {\n  await q`insert into products (sku) values (1)`;\n}\n',
    );
    const faults = (text: string, path = 'src/adapters/playground/a.ts') => playgroundBeyondTheDoor([store])(read(path, text));
    expect(faults("import { list } from '#core/stock/a.store.ts';\nawait desk.receive(parts.clock.now());")).toEqual([]);
    expect(faults("import type { A } from '#core/talk/press.act.ts';")).toEqual([]);
    expect(faults("import { list, put } from '#core/stock/a.store.ts';")).toEqual([
      'src/adapters/playground/a.ts:1 imports #core/stock/a.store.ts: put writes, and the playground only reads',
    ]);
    expect(faults("import { press } from '#core/talk/press.act.ts';")).toHaveLength(1);
    expect(faults('desk.approve(1);\nparts.database.close();')).toEqual([
      'src/adapters/playground/a.ts:1 desk.approve is no part of the front door',
      'src/adapters/playground/a.ts:2 parts.database is no part of what the playground is handed',
    ]);
    expect(faults("import { press } from '#core/talk/press.act.ts';", 'src/running.ts')).toEqual([]);
  });

  it('a file is short, well named, and exports names itself', () => {
    expect(tooLong(read('src/a.ts', 'a;\n'.repeat(251)))).toHaveLength(1);
    expect(tooLong(read('src/a.ts', 'a;\n'.repeat(250)))).toEqual([]);
    for (const name of ['utils', 'helper', 'order-manager', 'service', 'press.handler', 'base', 'common', 'misc'])
      expect(vagueNames(read(`src/${name}.ts`, '')), name).toHaveLength(1);
    expect(vagueNames(read('src/core/orders/table/service.table.ts', ''))).toEqual([]);
    expect(defaultExports(read('src/a.ts', 'export default 1;'))).toHaveLength(1);
    expect(barrels(read('src/a.ts', "export * from './b.ts';"))).toHaveLength(1);
    expect(barrels(read('src/core/index.ts', ''))).toHaveLength(1);
    expect(barrels(read('src/adapters/index.ts', ''))).toEqual([]);
  });

  it('a language lacks no word that another has', () => {
    const texts = (...keys: string[]) => new Map([['desk.json', new Set(keys)]]);
    expect(keysOf({ a: { b: 'x' }, c: 'y' })).toEqual(['a.b', 'c']);
    expect(
      compare(
        new Map([
          ['en', texts('a', 'b')],
          ['zh-CN', texts('a')],
        ]),
      ),
    ).toEqual(['src/core/text/zh-CN/desk.json lacks "b", which en has']);
    expect(
      compare(
        new Map([
          ['en', texts('a')],
          ['zh-TW', new Map<string, Set<string>>()],
        ]),
      ),
    ).toEqual(['src/core/text/zh-TW/desk.json is missing; en has it']);
  });
});
