import { describe, expect, it } from 'vitest';
import { scenarios } from '#adapters/playground/page/scenarios/list.ts';
import { isLong, isThorough, onlyLong, onlyThorough } from '#test/support/runs.ts';
import { openPlay } from './play.ts';
import { promises } from './promises.ts';
import { settings, type Setting } from './stages.ts';
import { openTheatre } from './theatre.ts';

/** Plays a scenario of the tour, step by step, and holds what came of it against what it promises. */
async function plays(scenario: (typeof scenarios)[number], { open, casting, speech }: Setting): Promise<void> {
  const theatre = await openTheatre(open, casting(scenario));
  try {
    const play = openPlay(theatre, scenario, speech);
    for (const step of scenario.steps) await play.perform(step);
    await promises[scenario.id]?.(play);
    expect(theatre.problems).toEqual([]);
  } finally {
    await theatre.close();
  }
}

describe.each(settings)('the tour on $name', (setting) => {
  for (const [at, scenario] of scenarios.entries()) {
    // one always, for whoever works here
    const isFirst = setting === settings[0] && scenario === scenarios[0];
    // all where all three take part, and one on each platform alone
    const isEnough = setting === settings.at(-1) || settings.indexOf(setting) === at;
    it.runIf(isLong || isFirst || (isThorough && isEnough))(
      `keeps what ${scenario.id} promises${isFirst ? '' : isEnough ? onlyThorough : onlyLong}`,
      () => plays(scenario, setting),
    );
  }
});

it('promises something with every scenario', () => expect(Object.keys(promises)).toEqual(scenarios.map(({ id }) => id)));
