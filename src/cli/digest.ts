import { Option, type Command } from 'commander';
import { dayOf } from '#core/insight/day.decide.ts';
import { digestCard } from '#core/insight/digest.cards.ts';
import { digestJson } from '#core/insight/digest.ts';
import { readDigest } from '#core/insight/reading.act.ts';
import { findBusiness } from '#core/people/business.store.ts';
import { locales, type Locale } from '#core/text/locale.ts';
import type { Turn } from '#core/turn.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';

interface Options {
  date?: string;
  locale?: Locale;
  json?: true;
}

export function addDigest(program: Command, context: Context): void {
  program
    .command('digest')
    .description("Print the managers' digest of a day: what happened on it, and what waits now.")
    .option('--date <day>', 'the day, as 2026-11-24, today or yesterday (default: yesterday)')
    .addOption(new Option('--locale <locale>', "the language (default: the business')").choices(locales))
    .option('--json', 'print the figures as one JSON value')
    .addHelpText('after', examples(`${typed} digest`, `${typed} digest --date 2026-11-24 --locale zh-CN`, `${typed} digest --json`))
    .action(async (options: Options) => {
      const data = await context.openData();
      try {
        context.out(await data.turn((turn) => print(turn, options)));
      } finally {
        await data.close();
      }
    });
}

async function print(turn: Turn, { date = '', locale, json }: Options): Promise<string> {
  const business = await findBusiness(turn.tx);
  if (!business) throw new Problem('There is no business here yet.', 'The first start founds it: npm start');
  const day = dayOf(date, turn.now, business.timeZone);
  if (day === 'unreadable') throw new Problem(`${date} is no day.`, 'Write it like this: --date 2026-11-24', 2);
  if (day === 'not_begun') throw new Problem(`${date} has not begun yet.`, 'The latest day there are figures of is today: --date today', 2);
  const digest = await readDigest(turn.tx, day, business.timeZone, turn.now);
  if (json) return `${JSON.stringify(digestJson(digest))}\n`;
  return `${digestCard(digest, business.name, { locale: locale ?? business.locale, timeZone: business.timeZone }).fallback}\n`;
}
