import * as z from 'zod';
import type { FileRef } from '#core/messages/incoming.ts';

const file = z.object({
  file_id: z.string().min(1),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});
const one = file.optional();

/** The fields of a message that hold a file. */
export const fileFields = {
  photo: z.array(file).optional(),
  document: one,
  voice: one,
  audio: one,
  video: one,
  video_note: one,
  animation: one,
};

type Files = z.output<z.ZodObject<typeof fileFields>>;

/** What a file is called that has no name. */
const named = {
  photo: ['photo.jpg', 'image/jpeg'],
  document: ['document', 'application/octet-stream'],
  voice: ['voice.ogg', 'audio/ogg'],
  audio: ['audio.mp3', 'audio/mpeg'],
  video: ['video.mp4', 'video/mp4'],
  video_note: ['video.mp4', 'video/mp4'],
  animation: ['animation.mp4', 'video/mp4'],
} as const satisfies Record<keyof typeof fileFields, readonly [string, string]>;

export type FileKind = keyof typeof named;

/** The files of a message. A photo comes in several sizes, of which the last is the largest; an animation comes as a document too. */
export function filesIn(message: Files, account: string): FileRef[] {
  return (Object.keys(named) as FileKind[]).flatMap((kind) => {
    if (kind === 'document' && message.animation) return [];
    const found = kind === 'photo' ? message.photo?.at(-1) : message[kind];
    if (!found) return [];
    const [name, mimeType] = named[kind];
    return [
      {
        name: found.file_name ?? name,
        mimeType: found.mime_type ?? mimeType,
        size: found.file_size ?? 0,
        platform: 'telegram' as const,
        account,
        key: `${kind}:${found.file_id}`,
      },
    ];
  });
}

/** A file can be sent on only as what it is. */
export function fileOf({ key }: Pick<FileRef, 'key'>): { kind: FileKind; id: string } | null {
  const [, kind = '', id = ''] = /^(\w+):(.+)$/.exec(key) ?? [];
  return kind in named ? { kind: kind as FileKind, id } : null; // just seen to be one
}
