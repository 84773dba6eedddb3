import type { Command } from 'commander';
import type { Context } from './context.ts';
import { addNotesExport } from './notes/export.ts';
import { addNotesRead } from './notes/read.ts';

export function addNotes(program: Command, context: Context): void {
  const group = program.command('notes').description('Read what customers wrote, and learn from what staff said of it.');
  addNotesRead(group, context);
  addNotesExport(group, context);
}
