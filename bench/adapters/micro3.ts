import { incomingOf } from '#adapters/telegram/update.ts';
const me = { id: 5, username: 'orderly_bot' };
const up = (i: number) => ({
  update_id: i,
  message: {
    message_id: i,
    from: { id: 4000000 + (i % 200), is_bot: false, first_name: `Person ${i % 200}`, language_code: 'en' },
    chat: { id: 4000000 + (i % 200), type: 'private', first_name: 'Person 1' },
    date: 1700000000 + i,
    text: `Order ${i}: two ergonomic chairs, black, by Friday please`,
  },
});
const n = 400000;
const us = Array.from({ length: 1000 }, (_, i) => up(i));
const t = process.cpuUsage();
for (let i = 0; i < n; i++) incomingOf(us[i % 1000], { account: '5', at: 'x', me });
const d = process.cpuUsage(t);
console.log((d.user + d.system) / n);
