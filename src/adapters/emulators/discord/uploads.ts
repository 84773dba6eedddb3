import type { Json } from './guild.ts';
import { invalid, Refused } from './refusal.ts';

/** A file as it came in a form. */
export interface Upload {
  /** Its place in the form, by which the message names it. */
  at: number;
  name: string;
  type: string;
  bytes: Buffer;
}

/** What a server without boosts takes, and a direct conversation. */
const mostBytes = 10 * 1024 * 1024;
const mostFiles = 10;

/** A body as JSON, or as a form with JSON and files. */
export async function bodyFrom(raw: Buffer, type: string): Promise<{ body: Json; uploads: Upload[] }> {
  if (raw.length === 0) return { body: {}, uploads: [] };
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(raw.toString('utf8')) as Json, uploads: [] }; // looked at by the route
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    if (field === 'payload_json') continue;
    const [, at] = /^files\[(\d+)\]$/.exec(field) ?? [];
    if (at === undefined || typeof value === 'string') throw invalid(field, 'This is no file.');
    uploads.push({ at: Number(at), name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return { body: typeof payload === 'string' ? (JSON.parse(payload) as Json) : {}, uploads };
}

/** The attachments of a message from what came with it; how many and how large, and that each is named once. */
export function attachmentsOf(uploads: Upload[], named: unknown): (Upload & { filename: string; title: string | null })[] {
  if (uploads.length > mostFiles) throw invalid('attachments', `Must be ${mostFiles} or fewer in length.`);
  if (uploads.some(({ bytes }) => bytes.length > mostBytes)) throw new Refused(413, 40_005, 'Request entity too large');
  const told = Array.isArray(named) ? (named as Json[]) : [];
  for (const one of told) if (!uploads.some(({ at }) => at === Number(one['id']))) throw invalid('attachments', 'Unknown attachment.');
  return uploads.map((upload) => {
    const name = (told.find((one) => Number(one['id']) === upload.at)?.['filename'] as string | undefined) ?? upload.name;
    if (name === '' || name.length > 260) throw invalid('attachments.0.filename', 'Must be between 1 and 260 in length.');
    // a name is written in plain characters; what it was is kept beside it
    const filename = name.replaceAll(/[^\w.-]+/g, '_');
    return { ...upload, filename, title: filename === name ? null : name.replace(/\.\w+$/, '') };
  });
}
