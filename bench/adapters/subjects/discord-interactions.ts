import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { home } from '#src/config.ts';
import { serving } from './bare.ts';
import type { OpenSubject } from './subject.ts';

/** As much of Discord's package as is used here; its own types come with it, and it is not installed with Orderly. */
interface Package {
  verifyKey(body: Buffer, signature: string, timestamp: string, publicKey: string): Promise<boolean>;
}

const folder = join(home, 'bench/peers');

export const isDiscordInteractionsThere = (): boolean => existsSync(join(folder, 'node_modules/discord-interactions/package.json'));

/** The package of Discord itself for interactions over HTTP, behind `node:http` and before a handler that does nothing. */
export const discordInteractions: OpenSubject = async ({ settings, heard }) => {
  const { verifyKey } = (await import(pathToFileURL(join(folder, 'discord-interactions.mjs')).href)) as Package;
  const key = settings['DISCORD_PUBLIC_KEY'] ?? '';
  const answer = async ({ headers }: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
    if (!(await verifyKey(body, String(signature), String(timestamp), key))) return void response.writeHead(401).end();
    JSON.parse(body.toString('utf8'));
    heard();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ type: 6 }));
  };
  return serving((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(request, response, Buffer.concat(chunks)));
  });
};
