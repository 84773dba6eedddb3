import { tooMany } from './refusal.ts';

/** Telegram lets short bursts pass; these are the windows it documents. */
const windows = { all: { ms: 1000, most: 30 }, group: { ms: 60_000, most: 20 } };

/** Refuses what comes faster than Telegram takes it. `pace` may switch it off for a story that is about something else. */
export function countRates(clock: () => number): { count(chat: number): void; relax(): void } {
  const sent: { chat: number; at: number }[] = [];
  let relaxed = false;
  return {
    count(chat) {
      if (relaxed) return;
      const now = clock();
      const within = (ms: number, only: (one: { chat: number }) => boolean) => sent.filter((one) => only(one) && now - one.at < ms);
      const all = within(windows.all.ms, () => true);
      if (all.length >= windows.all.most) throw tooMany(1);
      const here = within(windows.group.ms, (one) => one.chat === chat);
      if (chat < 0 && here.length >= windows.group.most) throw tooMany(Math.ceil((windows.group.ms - (now - (here[0]?.at ?? now))) / 1000));
      sent.push({ chat, at: now });
    },
    relax: () => void (relaxed = true),
  };
}
