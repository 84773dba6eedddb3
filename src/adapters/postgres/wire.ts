/** Types of the messages of PostgreSQL's wire protocol that the bridge must tell apart. */
export const kinds = {
  query: 0x51,
  parse: 0x50,
  sync: 0x53,
  flush: 0x48,
  terminate: 0x58,
  readyForQuery: 0x5a,
  notification: 0x41,
};

/** Transaction status in ReadyForQuery: none is open. */
export const idle = 0x49;

/** The code in place of a protocol version when a client asks to cancel another connection's statement. */
export const cancelRequest = 80_877_102;

/** `copy ... from stdin` kills the embedded PostgreSQL, so it is answered with an error of its own. */
export function withoutCopy(unit: Buffer): Buffer {
  for (const { type, bytes } of messagesIn(unit)) {
    if (type !== kinds.query && type !== kinds.parse) continue;
    const text = bytes.toString('utf8', 5).split('\0')[type === kinds.query ? 0 : 1] ?? '';
    if (!/\bcopy\b[^;]*\bfrom\b[^;]*\bstdin\b/i.test(text)) continue;
    const refusal = `do $$ begin raise exception using errcode = '0A000', message = 'the embedded database cannot copy from stdin: use unnest'; end $$\0`;
    return message(kinds.query, refusal);
  }
  return unit;
}

/** The whole messages at the start of these bytes, each with its header. */
export function* messagesIn(bytes: Uint8Array): Generator<{ type: number; bytes: Buffer }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 5 <= buffer.length;) {
    const end = at + 1 + buffer.readInt32BE(at + 1);
    if (end > buffer.length) return;
    yield { type: buffer.readUInt8(at), bytes: buffer.subarray(at, end) };
    at = end;
  }
}

export function lastMessage(unit: Uint8Array): number {
  let last = 0;
  for (const { type } of messagesIn(unit)) last = type;
  return last;
}

/** `text` is the body; a Query's ends with a zero byte. */
export function message(type: number, text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** One simple statement as wire-protocol bytes. */
export function statementBytes(text: string): Uint8Array {
  return message(kinds.query, `${text}\0`);
}
