import type { Button, Card } from '#core/messages/card.ts';
import type { FileRef, Platform } from '#core/messages/incoming.ts';
import { json } from '#core/json.ts';
import type { Query } from '#core/ports.ts';

/** A message as it stands in a conversation; `person` is null where the desk speaks, and only the desk has a card. */
export interface StoredMessage {
  id: string;
  conversation: string;
  person: string | null;
  at: Temporal.Instant;
  text: string;
  card: Card<Button> | null;
  onlyFor: string | null;
  edited: boolean;
  /** What a person sent with it; the desk's files stand in its card. */
  files: FileRef[];
  /** The message it answers. */
  replyTo: string | null;
}

export interface Said {
  id: string;
  platform: Platform;
  conversation: string;
  at: Temporal.Instant;
  /** Under which name the same delivery comes again. */
  idempotencyKey: string;
  replyTo: string | null;
}

/** Both return the id of the message that stands: another one than given when the same delivery came before. */
export async function savePersonSaid(query: Query, said: Said & { person: string; text: string; files: FileRef[] }): Promise<string> {
  const rows = await query<{ id: string }[]>`
    insert into playground_messages (id, platform, conversation, author, person, at, text, files, reply_to, idempotency_key)
    values (${said.id}, ${said.platform}, ${said.conversation}, 'person', ${said.person}, ${said.at}, ${said.text},
      ${json(query, said.files)}, ${said.replyTo}, ${said.idempotencyKey})
    on conflict (idempotency_key) do nothing
    returning id`;
  return rows[0]?.id ?? standing(query, said.idempotencyKey);
}

export async function saveDeskSaid(query: Query, said: Said & { card: Card<Button>; onlyFor: string | null }): Promise<string> {
  const rows = await query<{ id: string }[]>`
    insert into playground_messages (id, platform, conversation, author, at, text, card, only_for, reply_to, idempotency_key)
    values (${said.id}, ${said.platform}, ${said.conversation}, 'desk', ${said.at}, ${said.card.fallback}, ${json(query, said.card)},
      ${said.onlyFor}, ${said.replyTo}, ${said.idempotencyKey})
    on conflict (idempotency_key) do nothing
    returning id`;
  return rows[0]?.id ?? standing(query, said.idempotencyKey);
}

async function standing(query: Query, idempotencyKey: string): Promise<string> {
  const [row] = await query<{ id: string }[]>`
    select id
    from playground_messages
    where idempotency_key = ${idempotencyKey}`;
  if (!row) throw new Error('the playground was emptied while it stored a message');
  return row.id;
}

/** Puts another card in the place of a message of the desk; false when there is no such message. */
export async function replaceCard(query: Query, platform: Platform, id: string, card: Card<Button>): Promise<boolean> {
  const { count } = await query`
    update playground_messages
    set card = ${json(query, card)}, text = ${card.fallback}, edited = true, revision = nextval('playground_revisions')
    where id = ${id} and platform = ${platform} and author = 'desk'`;
  return count > 0;
}

/** What one person may read in these conversations, oldest first. */
export async function messagesFor(query: Query, person: string, platform: Platform, conversations: string[]): Promise<StoredMessage[]> {
  return query<StoredMessage[]>`
    select id, conversation, person, at, text, card, only_for as "onlyFor", edited, files, reply_to as "replyTo"
    from playground_messages
    where platform = ${platform}
      and conversation = any(${conversations})
      and (only_for is null or only_for = ${person})
    order by seq`;
}

/** When the newest message came that everybody sees, of each of these places in their order. */
export async function latestIn(query: Query, places: { channel: Platform; id: string }[]): Promise<(Temporal.Instant | null)[]> {
  const rows = await query<{ at: Temporal.Instant | null }[]>`
    select m.at
    from unnest(${places.map(({ channel }) => channel)}::text[], ${places.map(({ id }) => id)}::text[])
      with ordinality as place (platform, conversation, position)
    left join lateral (
      select at
      from playground_messages
      where platform = place.platform
        and conversation = place.conversation
        and only_for is null
      order by seq desc
      limit 1
    ) m on true
    order by place.position`;
  return rows.map(({ at }) => at);
}

export async function findMessage(query: Query, id: string): Promise<(StoredMessage & { platform: Platform }) | null> {
  const [row] = await query<(StoredMessage & { platform: Platform })[]>`
    select id, platform, conversation, person, at, text, card, only_for as "onlyFor", edited, files, reply_to as "replyTo"
    from playground_messages
    where id = ${id}`;
  return row ?? null;
}

export async function forgetMessages(query: Query): Promise<void> {
  await query`delete from playground_messages`;
  await query`delete from playground_files`;
}

/** Changes whenever something that somebody could see has changed, the clock included. */
export async function revisionOf(query: Query): Promise<string> {
  const [row] = await query<{ revision: string }[]>`
    select concat_ws('/',
      (select max(revision) from playground_messages),
      (select revision from playground_clock)) as revision`;
  return row?.revision ?? '';
}
