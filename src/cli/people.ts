import type { Command } from 'commander';
import type { Context } from './context.ts';
import { addPeopleAdd } from './people/add.ts';
import { addPeopleList } from './people/list.ts';
import { addPeopleRole } from './people/role.ts';
import { addPeopleTerms } from './people/terms.ts';

export function addPeople(program: Command, context: Context): void {
  const group = program.command('people').description('Who may do what: staff with their roles, and customers.');
  addPeopleAdd(group, context);
  addPeopleList(group, context);
  addPeopleRole(group, context);
  addPeopleTerms(group, context);
}
