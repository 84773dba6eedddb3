import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpDiscord } from '#adapters/discord/setup.ts';
import { channelOf, directOf, personOf } from '#adapters/emulators/discord/guild.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Address } from '#core/messages/incoming.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { cardOfEveryKind, formOfEveryKind } from '#test/support/every-kind.ts';
import { spoilt, typeFaults, type Claim } from '#test/support/payload-types.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { connectToEmulated, options, when } from './discord.stage.ts';
import { openEar } from './stage.ts';

/** What Discord documents for the body of each route we call. */
const types: Record<string, string> = {
  'POST /channels/:id/messages': 'RESTPostAPIChannelMessageJSONBody',
  'PATCH /channels/:id/messages/:message': 'RESTPatchAPIChannelMessageJSONBody',
  'POST /users/@me/channels': 'RESTPostAPICurrentUserCreateDMChannelJSONBody',
  'POST /interactions/:id/:token/callback': 'RESTPostAPIInteractionCallbackJSONBody',
  'POST /webhooks/:application/:token': 'RESTPostAPIWebhookWithTokenJSONBody',
  'PATCH /webhooks/:application/:token/messages/:message': 'RESTPatchAPIWebhookWithTokenMessageJSONBody',
  'PUT /applications/:id/commands': 'RESTPutAPIApplicationCommandsJSONBody',
};
/** Its rights are declared as an enum of words, which no JSON is. */
const unchecked = ['PATCH /applications/@me'];

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

// a compiler takes its time
describe.runIf(isThorough)(`what is sent to Discord${onlyThorough}`, () => {
  it('is what its own types say, and a payload with a single bad part is found', async () => {
    const recorded = await everythingSent();
    const claims = recorded.flatMap(({ route, body }): Claim[] => {
      const type = types[route];
      return type ? [{ from: 'discord-api-types/v10', type, value: body }] : [];
    });
    expect(new Set(claims.map(({ type }) => type))).toEqual(new Set(Object.values(types)));
    expect(recorded.flatMap(({ route, body }) => (route in types || Object.keys(body).length === 0 ? [] : [route]))).toEqual(unchecked);
    expect(await typeFaults(claims)).toEqual([]);
    expect(await typeFaults(claims.map(spoilt))).toHaveLength(claims.length);
  });
});

/** Every kind of card, form, list, toast and edit there is, as Discord got it. */
async function everythingSent() {
  const ear = openEar();
  const { server, settings, connection, close } = await connectToEmulated(ear, database, { way: 'gateway' });
  const channel = connection.channel() ?? expect.fail('it does not know who it is');
  const { world, recorded } = server;
  const place = (key: string, kind: Address['kind']): Address => ({ platform: 'discord', account: world.bot.id, key, kind });
  const [mei, bob] = [personOf(world, 'Mei'), personOf(world, 'Bob')];
  const review = place(channelOf(world, 'review').id, 'group');
  const said = async (sending: ReturnType<typeof channel.send>) => {
    const sent = await sending;
    return sent.ok ? sent.message : expect.fail(sent.kind);
  };

  const asked = server.say('Bob', 'well?', { channel: 'review' });
  const card = await said(channel.send(review, cardOfEveryKind(), { ...options(), replyTo: asked.id }));
  await channel.edit(card, { fallback: 'Done.', blocks: [{ kind: 'text', text: 'Done.' }] }, options());
  await channel.send(place(mei.id, 'dm'), cardOfEveryKind(), options());
  const direct = await said(channel.send(place(directOf(world, mei).id, 'dm'), cardOfEveryKind('tok_direct'), options()));
  // what is for one person alone: by their command, then by what they pressed
  const only = (key: string) => ({ ...options(), onlyFor: { platform: 'discord' as const, account: world.bot.id, key } });
  await server.command('Bob', 'orders', {}, { channel: 'review' });
  const alone = await said(channel.send(review, cardOfEveryKind(), only(bob.id)));
  await channel.edit(alone, cardOfEveryKind(), options());
  await channel.send(review, cardOfEveryKind(), only(bob.id));
  // a toast, a form in its parts, proposals, and what is said where nothing could be kept
  const toast = server.called('POST /webhooks/:application/:token');
  ear.outcome = async () => ({ ok: false, refusal: { code: 'not_yours', text: 'Only sales may approve this.' } });
  await server.press('Mei', direct.key, 'tok_direct');
  await toast;
  ear.quick = async () => ({ form: formOfEveryKind('tok_direct') });
  ear.suggest = async () => [{ label: 'HO-1001 · Mei', value: 'HO-1001' }];
  await server.type('Bob', 'approve', 'number', 'HO');
  await server.press('Mei', direct.key, 'tok_direct');
  await server.submit('Mei', { text: 'Mei', text_kept: '', long_text: 'by Friday', long_text_kept: '', number: '2' });
  const [invitation] = server.messages('Mei').slice(-1);
  await server.press('Mei', invitation?.id ?? '', 'tok_direct:1:2');
  await server.submit('Mei', { number_kept: '2', date: '2026-12-01', date_kept: '', select: 'a', select_kept: 'b' });
  ear.away = 100;
  await server.command('Mei', 'orders');
  ear.away = 0;
  await (await setUpDiscord(settings, { publicUrl: null })).sync({ dryRun: false });
  await when(() => recorded.some(({ route }) => route.startsWith('PUT /applications')), 'the commands are registered');
  await close();
  return recorded;
}
