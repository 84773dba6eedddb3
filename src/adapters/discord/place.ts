import type { MessageRef } from '#core/ports.ts';

/** Where a message of ours stands: `id`; `channel/id` in a thread or in somebody's own conversation; `~id` shown to one person alone. */
export function placeOf({ address, key }: MessageRef): { channel: string; id: string; alone: boolean } {
  const [, channel = address.key, id = ''] = /^(?:(\d+)\/)?~?(\d+)$/.exec(key) ?? [];
  return { channel, id, alone: key.startsWith('~') };
}
