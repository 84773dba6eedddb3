import type { Command } from 'commander';
import type { Role } from '#core/orders/actions.ts';
import { readBusiness } from '#core/people/business.store.ts';
import { listPeople, type ListedPerson } from '#core/people/people.store.ts';
import { giveRole, takeRole } from '#core/people/team/roles.act.ts';
import type { Turn } from '#core/turn.ts';
import { Problem } from '#src/problem.ts';
import type { Context } from '../context.ts';
import { examples, typed } from '../examples.ts';
import { asTyped, grantHelp, readGrants, readRoles, toGrant, type TypedGrant } from './grant.ts';

interface Options {
  grant?: TypedGrant[];
  revoke?: Role[];
}

export function addPeopleRole(group: Command, context: Context): void {
  group
    .command('role <person>')
    .description('Give a colleague a role, change its limit, or take it back. The person is an id, or a name that only one has.')
    .option('--grant <role>', grantHelp, readGrants)
    .option('--revoke <role>', 'a role they no longer have', readRoles)
    .addHelpText('after', examples(`${typed} people role "Wei Chen" --grant manager:any --revoke sales`))
    .action((person: string, options: Options) => change(person, options, context));
}

async function change(person: string, { grant = [], revoke = [] }: Options, context: Context): Promise<void> {
  if (grant.length + revoke.length === 0) throw new Problem('It is not said what changes.', 'Add --grant ROLE or --revoke ROLE.', 2);
  const data = await context.openData();
  try {
    const { name, roles } = await data.turn(async (turn) => {
      const found = await findStaff(turn, person);
      const { currency } = await readBusiness(turn.tx);
      for (const role of revoke) await take(turn, found, role);
      for (const one of grant) await giveRole(turn, found.id, toGrant(one, currency));
      const after = await findStaff(turn, found.id);
      return { ...after, roles: after.roles.map((role) => asTyped(role, currency)) };
    });
    context.out(`${name}: ${roles.join(' ') || 'no role'}\n`);
  } finally {
    await data.close();
  }
}

async function findStaff({ tx }: Turn, person: string): Promise<ListedPerson> {
  const [found, another] = (await listPeople(tx, 'staff')).filter(({ id, name }) => id === person || name === person);
  if (!found) throw new Problem(`There is no colleague ${person}.`, '`people list staff` shows everybody.');
  if (another) throw new Problem(`Several colleagues are called ${person}.`, 'Use the id that `people list staff` shows.');
  return found;
}

async function take(turn: Turn, { id, name }: ListedPerson, role: Role): Promise<void> {
  if (!(await takeRole(turn, id, role))) throw new Problem(`${name} is not ${role}.`, '`people list staff` shows what everybody is.');
}
