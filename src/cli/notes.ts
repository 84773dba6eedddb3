import type { Command } from 'commander';
import type { Context } from './context.ts';
import { addNotesRead } from './notes/read.ts';

export function addNotes(program: Command, context: Context): void {
  const group = program.command('notes').description('Read what customers wrote, without a desk and without data.');
  addNotesRead(group, context);
}
