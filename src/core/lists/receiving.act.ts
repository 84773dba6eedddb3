import { record } from '../events/event.store.ts';
import type { BoundButton } from '../messages/buttons.ts';
import { sentence } from '../messages/card.ts';
import type { FileRef, Incoming, Outcome } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import type { Actor, Speaker } from '../people/person.ts';
import { replyWords, whisper } from '../talk/reply.act.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { mostBytes, showList } from './fetching.act.ts';
import { endListFile, lockListFile, putListFile } from './list-file.store.ts';
import { reportCard, type ListAction } from './list.cards.ts';
import { listKinds, lists, type ListKind } from './lists.ts';

/** After so long what was shown may no longer be what would happen. */
const shownFor = { hours: 24 } as const;

/** A file that may be a list: what it is called says so, or what the platform calls it. */
const isTable = ({ name, mimeType }: FileRef): boolean =>
  /\.(?:csv|tsv|txt)$/i.test(name) || /^text\/(?:csv|tab-separated-values)\b/i.test(mimeType);

const mayBring = (actor: Actor, kind: ListKind): boolean =>
  actor.kind === 'staff' && actor.roles.some(({ role }) => (lists[kind].by as readonly string[]).includes(role));

/** Lists that a colleague sends as files, each shown before anything is taken; false where there is none among the files. */
export async function receiveLists(turn: DeskTurn, speaker: Speaker, incoming: Extract<Incoming, { kind: 'message' }>): Promise<boolean> {
  const files = (incoming.files ?? []).filter(isTable);
  if (files.length === 0 || speaker.actor.kind !== 'staff') return false;
  const t = words(speaker.locale);
  if (!listKinds.some((kind) => mayBring(speaker.actor, kind))) {
    await record(turn, { kind: 'message.denied', actor: speaker.actor, via: speaker.address, reason: 'no_right' });
    await replyWords(turn, incoming, t('lists:refused.no_right'));
    return true;
  }
  for (const file of files) {
    const id = turn.ids.uuid();
    const isLarge = file.size > mostBytes;
    if (!isLarge) await putListFile(turn.tx, { id, staffId: speaker.actor.id, address: incoming.address, file }, turn.now);
    const text = t(isLarge ? 'lists:refused.too_large' : 'lists:reading', { file: file.name });
    await showList(turn, { id, address: incoming.address }, sentence(text), 'received');
  }
  return true;
}

/** Take it over, or leave it. Who may is judged now, not when it was sent. */
export async function pressList(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args }: BoundButton,
  action: ListAction,
): Promise<Outcome> {
  const { actor, locale } = speaker;
  const t = words(locale);
  const no = async (code: 'over' | 'not_yours' | 'no_right' | 'too_old'): Promise<Outcome> => {
    const refusal = { code, text: t(`lists:refused.${code}`) };
    await record(turn, { kind: 'press.denied', actor, via: speaker.address, reason: code });
    await whisper(turn, incoming, refusal.text);
    return { ok: false, refusal };
  };
  const list = await lockListFile(turn.tx, args['list'] ?? '');
  if (!list) return no('over');
  if (list.staffId !== actor.id) return no('not_yours');
  if (list.state !== 'shown' || !list.kind || !list.rows) return no('over');
  const isOld = Temporal.Instant.compare(list.createdAt.add(shownFor), turn.now) < 0;
  if (action === 'list_drop' || isOld) {
    await endListFile(turn.tx, list.id, 'cancelled');
    await showList(turn, list, sentence(t('lists:dropped', { file: list.file.name })), 'dropped');
    return isOld && action === 'list_take' ? no('too_old') : { ok: true };
  }
  if (!mayBring(actor, list.kind)) return no('no_right');
  const report = await lists[list.kind].take(turn, list.rows, await readBusiness(turn.tx), locale);
  await endListFile(turn.tx, list.id, 'taken');
  const { read, taken, unchanged, refused } = report;
  const after = { list: list.id, kind: list.kind, read, taken, unchanged, refused: refused.length };
  await record(turn, { kind: 'list.taken', actor, via: speaker.address, after });
  await showList(
    turn,
    list,
    reportCard({ id: list.id, file: list.file.name, kind: list.kind, report, ignored: [], done: true }, locale),
    'taken',
  );
  return { ok: true };
}
