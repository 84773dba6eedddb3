import type { Query } from '#core/ports.ts';

/** A file as the playground keeps it for the platform it stands in for. */
export interface StoredFile {
  id: string;
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

export async function saveFile(query: Query, file: StoredFile, at: Temporal.Instant): Promise<void> {
  await query`
    insert into playground_files (id, name, mime_type, size, bytes, at)
    values (${file.id}, ${file.name}, ${file.mimeType}, ${file.bytes.length}, ${file.bytes}, ${at})`;
}

export async function findFile(query: Query, id: string): Promise<StoredFile | null> {
  const [row] = await query<StoredFile[]>`
    select id, name, mime_type as "mimeType", bytes
    from playground_files
    where id = ${id}`;
  return row ?? null;
}
