import { InvalidArgumentError, type Command } from 'commander';
import { platforms, type Platform } from '#core/messages/incoming.ts';
import { Problem } from '#src/problem.ts';
import type { Context, Section } from './context.ts';
import { examples, typed } from './examples.ts';

type Probe = Partial<Record<Platform, string>>;

export function addDoctor(program: Command, context: Context): void {
  program
    .command('doctor')
    .description('Look at everything a desk needs, and say what is wrong and what mends it. Nothing is changed.')
    .option(
      '--probe <platform:conversation>',
      'post a test message there, twice under one handle, and delete it again; may be given once for each platform',
      readProbe,
      {},
    )
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples(`${typed} doctor`, `${typed} doctor --probe slack:C0123ABC --json`))
    .action(async ({ probe, json }: { probe: Probe; json?: true }) => {
      const sections = await context.examine({ probe });
      const faults = sections.flatMap(({ findings }) => findings).filter(({ ok }) => !ok).length;
      context.out(json ? `${JSON.stringify({ well: faults === 0, sections })}\n` : inWords(sections, faults));
      if (faults > 0) throw new Problem(counted(faults), 'What mends it is said under each FAULT above.');
    });
}

function inWords(sections: Section[], faults: number): string {
  const lines = sections.flatMap(({ name, findings }) => [
    name,
    ...findings.flatMap((found) => [
      `  ${found.ok ? 'ok   ' : 'FAULT'}  ${found.item}: ${found.says}`,
      ...(found.ok ? [] : [`         ${found.remedy}`]),
    ]),
  ]);
  return [...lines, ...(faults === 0 ? ['', 'All is well.'] : []), ''].join('\n');
}

const counted = (faults: number): string => (faults === 1 ? 'One thing is wrong.' : `${faults} things are wrong.`);

function readProbe(text: string, before: Probe): Probe {
  const [, name = '', conversation = ''] = /^(\w+):(\S+)$/.exec(text) ?? [];
  const platform = platforms.find((each) => each === name);
  if (!platform) throw new InvalidArgumentError('It is a platform and a conversation there, for example slack:C0123ABC.');
  return { ...before, [platform]: conversation };
}
