/** How pictures begin, whatever they are called. */
const heads: [type: string, head: string, at: number][] = [
  ['image/png', '\u0089PNG', 0],
  ['image/jpeg', '\u00ff\u00d8\u00ff', 0],
  ['image/gif', 'GIF8', 0],
  ['image/webp', 'WEBP', 8],
];

const endings: Record<string, string> = { csv: 'text/csv', txt: 'text/plain', pdf: 'application/pdf' };

/** What a file is, by how it begins and else by what it is called: platforms look for themselves, too. */
export function typeOf(name: string, bytes: Uint8Array): string {
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const picture = heads.find(([, head, at]) => begins.startsWith(head, at))?.[0];
  return picture ?? endings[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
