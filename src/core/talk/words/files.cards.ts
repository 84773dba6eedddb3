import { sentence, type Draft } from '../../messages/card.ts';
import type { FileRef } from '../../messages/incoming.ts';
import { cut } from '../../messages/runs.ts';
import { words, type Words } from '../../text/words.ts';
import type { Locale } from '../../text/locale.ts';

export type FilesAction = 'send_files' | 'keep_files';
export const isFilesAction = (action: string): action is FilesAction => action === 'send_files' || action === 'keep_files';

const longestName = 80;

const namesOf = (files: readonly FileRef[], t: Words): string =>
  files.map(({ name }) => cut(name, longestName)).join(t('orders:card.listJoin'));

/** Whose the files are to be: nothing goes to a customer because a colleague put it beside their order. */
export function askFiles(
  files: readonly FileRef[],
  about: { order: string; number: string; customer: string; live: string },
  locale: Locale,
): Draft {
  const t = words(locale);
  const { order, number, customer, live } = about;
  const args = { order, live, files: JSON.stringify(files) };
  return sentence(t('desk:files.ask', { files: namesOf(files, t), number, customer }), [
    { action: 'send_files', label: t('desk:files.send', { customer: cut(customer, 40) }), style: 'primary', args },
    { action: 'keep_files', label: t('desk:files.keep'), args },
  ]);
}

/** What a colleague decided about them. */
export function settledFiles(
  action: FilesAction,
  files: readonly FileRef[],
  { by, customer }: { by: string; customer: string },
  locale: Locale,
): Draft {
  const t = words(locale);
  return sentence(t(action === 'send_files' ? 'desk:files.sent' : 'desk:files.kept', { files: namesOf(files, t), by, customer }));
}
