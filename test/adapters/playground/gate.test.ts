import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openGate } from '#adapters/playground/gate.ts';

it('lets many pass together, one alone never beside another, and goes on after a failure', async () => {
  const visit = fc.record({ alone: fc.boolean(), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(visit, { maxLength: 12 }), async (scheduler, visits) => {
      const gate = openGate();
      let together = 0;
      let alone = 0;
      const ends = visits.map(({ alone: byThemselves, fails }) => {
        const work = async () => {
          if (byThemselves) alone++;
          else together++;
          expect(alone === 0 || (alone === 1 && together === 0)).toBe(true);
          await scheduler.schedule(Promise.resolve());
          if (byThemselves) alone--;
          else together--;
          if (fails) throw new Error('refused');
        };
        return (byThemselves ? gate.alone(work) : gate.together(work)).then(
          () => 'done',
          () => 'refused',
        );
      });
      const all = Promise.all(ends);
      await scheduler.waitFor(all);
      expect(await all).toEqual(visits.map(({ fails }) => (fails ? 'refused' : 'done')));
    }),
  );
});
