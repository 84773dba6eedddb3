import { Hono } from 'hono';
import { expect } from 'vitest';
import { listen } from '#adapters/http/server.ts';

/** What stands before a desk on the internet: its address stays when the desk dies and comes back at another. */
export interface Front {
  url: string;
  /** Where everything is brought from now on; whatever finds nobody there is answered with 502. */
  to(desk: string): void;
  /** Resolves when so many are with the desk at once, unanswered. */
  carries(times: number): Promise<void>;
  close(): Promise<void>;
}

export async function openFront(): Promise<Front> {
  let desk = '';
  let underWay = 0;
  const app = new Hono().post('*', async (c) => {
    const { host: _host, connection: _connection, ...headers } = c.req.header();
    const body = await c.req.arrayBuffer();
    underWay += 1;
    const answer = await fetch(desk + c.req.path, { method: 'POST', headers, body }).catch(() => null);
    underWay -= 1;
    if (!answer) return c.text('Nobody answers.\n', 502);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    url: server.url,
    to: (url) => void (desk = url),
    async carries(times) {
      await expect.poll(() => underWay, { timeout: 30_000, interval: 10 }).toBeGreaterThanOrEqual(times);
    },
    close: () => server.close(0),
  };
}
