import { byTurns, median, openArm, rounded } from './measure.ts';
import { isChatSdkThere } from './subjects/chat-sdk.ts';
import type { Path } from './subjects/subject.ts';

const shared: readonly Path[] = ['slack_http', 'telegram_webhook'];

/** The same events to Vercel's Chat SDK, its state in memory, and to us, each committed; null where it is not installed. */
export async function measurePeers(paths: readonly Path[]): Promise<object | null> {
  if (!isChatSdkThere()) {
    process.stderr.write('The Chat SDK is not installed, so it is left out: npm ci --prefix bench/peers\n');
    return null;
  }
  const found: Partial<Record<Path, object>> = {};
  for (const path of shared.filter((one) => paths.includes(one))) {
    const arms = { ours: await openArm('durable', path), theirs: await openArm('chat-sdk', path) };
    const { ours, theirs } = await byTurns(arms, { events: 1_000, warmUp: 1, rounds: 3 });
    await Promise.all(Object.values(arms).map((arm) => arm.close()));
    const [perSecond, chatSdkPerSecond] = [ours, theirs].map((rounds) => median(rounds.map((round) => round.perSecond)));
    const ratio = median(ours.map((round, at) => round.perSecond / (theirs[at]?.perSecond ?? Infinity)));
    found[path] = { perSecond: rounded(perSecond ?? 0), chatSdkPerSecond: rounded(chatSdkPerSecond ?? 0), ratio: rounded(ratio, 2) };
    process.stderr.write(`chat-sdk ${path} ${JSON.stringify(found[path])}\n`);
  }
  return found;
}
