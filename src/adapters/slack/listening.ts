import { App, LogLevel } from '@slack/bolt';
import type { AppHomeOpenedEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { writtenOf } from '#adapters/moment.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Log } from '#core/ports.ts';
import { clientOptions, quiet } from './client.ts';
import { formForSlack } from './form.ts';
import { commandFromSlack, leftFromSlack, messageFromSlack, personOf, placeOf, type Arrived } from './heard.ts';
import { showHome } from './home.ts';
import type { Identity } from './identity.ts';
import type { People } from './people.ts';
import { pressFromSlack } from './press.ts';
import type { Receiving } from './receiving.ts';
import type { Responses } from './responses.ts';
import { orderFromShortcut } from './shortcut.ts';
import { submissionFromSlack } from './submission.ts';
import { typable } from './typable.ts';

interface Parts {
  receiving: Receiving;
  client: WebClient;
  botToken: string;
  apiUrl: string;
  people: People;
  responses: Responses;
  log: Log;
  sink: Sink;
  /** Null as long as it is not told; then nothing is taken either. */
  identity(): Identity | null;
  /** The platform says that our token is worth nothing any more. */
  noteRevoked(): void;
}

/** By these we are taken out. */
const leaving = new Set(['app_uninstalled', 'tokens_revoked', 'member_left_channel', 'channel_left', 'group_left']);

/** A form stands open for so long while it is seen what comes of it, inside the three seconds Slack waits. */
const outcomeMs = 1_500;

/** Everything Slack tells us, each kind in its listener; a listener ends when what it heard is committed. */
export function listen(parts: Parts): App {
  const { client, people, responses, log, sink } = parts;
  const app = new App({
    receiver: parts.receiving,
    clientOptions: clientOptions(parts.apiUrl),
    convoStore: false,
    ignoreSelf: false,
    logger: quiet,
    logLevel: LogLevel.ERROR,
    authorize: async () => {
      const who = known(parts);
      return { botToken: parts.botToken, botId: who.botId, botUserId: who.self, teamId: who.account };
    },
  });
  app.error(async (error) => {
    throw error.original ?? error;
  });

  const arrived = (): Arrived => {
    const { account, self } = known(parts);
    return { account, self, at: writtenOf(sink.now()) };
  };
  const receive = async (incoming: Incoming): Promise<Incoming> => {
    // of a form and a command Slack tells no time: they come once, and at once
    const when = incoming.kind === 'form' || incoming.kind === 'command' ? { saidAt: Temporal.Now.instant().toString() } : {};
    const named = { ...incoming, ...when, from: await people.introduced(incoming.from) };
    await sink.receive(named);
    return named;
  };
  /** In the person's own conversation with us, wherever they are: others may be reading there, and we may be no member. */
  const privately = async (incoming: Incoming): Promise<Incoming> => {
    const key = (await people.direct(incoming.from.key)) ?? incoming.from.key;
    return { ...incoming, address: placeOf(key, true, arrived()) };
  };
  const hearWords = async (body: unknown): Promise<void> => {
    const incoming = messageFromSlack(body, arrived());
    if (incoming) await receive(incoming);
  };
  const hearLeaving = async (body: unknown): Promise<void> => {
    const left = leftFromSlack(body, arrived());
    if (!left) return;
    await sink.receive(left);
    if (left.everywhere) parts.noteRevoked();
  };

  const hearHome = (event: AppHomeOpenedEvent): void => {
    if (event.tab !== 'home') return;
    const from = personOf(event.user, arrived());
    // its channel is their conversation with us; not waited for: nothing is lost where it does not come, and it is shown when it is opened again
    showHome(client, sink, { from, address: placeOf(event.channel, true, arrived()) }).catch((error: unknown) =>
      log.warn({ error: errorLine(error) }, 'slack.home_not_shown'),
    );
  };

  // an event ends here: each listener of Bolt would be asked whether it is theirs, over a chain of promises of its own
  app.use(async (args) => {
    if (!('event' in args)) return args.next();
    const { event, body } = args;
    if (event.type === 'message' || event.type === 'app_mention') return hearWords(body);
    if (event.type === 'app_home_opened') return hearHome(event);
    if (leaving.has(event.type)) return hearLeaving(body);
  });

  app.command(/.*/, async ({ body, ack }) => {
    const incoming = commandFromSlack(body, arrived());
    if (incoming) {
      // a conversation of two others looks like theirs with us
      const placed = incoming.address.kind === 'dm' ? await privately(incoming) : incoming;
      responses.note(placed.address.key, placed.from.key, body.response_url);
      await receive(placed);
    }
    await ack();
  });

  app.action(/.*/, async ({ body, ack }) => {
    const pressed = pressFromSlack(body, arrived());
    if (pressed) {
      if (pressed.messageKey !== undefined && isEphemeral(body)) responses.noteShown(pressed.messageKey, body.response_url);
      const { form, locale } = await sink.quick(pressed).catch(() => ({ form: undefined, locale: undefined }));
      if (form && locale) {
        const [{ payload }] = formForSlack(form, { address: pressed.address, thread: pressed.thread, by: pressed.from, locale });
        await client.views.open({ trigger_id: (body as { trigger_id: string }).trigger_id, view: payload }); // a press has one
      } else await receive(pressed);
    }
    await ack();
  });

  app.view(/.*/, async ({ body, ack }) => {
    const sent = submissionFromSlack(body, arrived());
    if (!sent) return ack();
    const outcome = await sink.outcome(await receive(sent), outcomeMs);
    const field = body.view.blocks.findLast((block) => block.type === 'input')?.block_id;
    // what was filled in stays, with why it was not taken
    if (outcome && !outcome.ok && field) await ack({ response_action: 'errors', errors: { [field]: typable(outcome.refusal.text) } });
    else await ack();
  });

  app.shortcut(/.*/, async ({ body, ack }) => {
    const order = orderFromShortcut(body, arrived());
    if (order) {
      const author = order.wordsOf ? { wordsOf: await people.introduced(order.wordsOf) } : {};
      await receive(await privately({ ...order, ...author }));
    }
    await ack();
  });
  return app;
}

/** Seen by nobody but whoever pressed. */
const isEphemeral = (body: object): boolean => 'container' in body && (body.container as { is_ephemeral?: unknown }).is_ephemeral === true; // an object where there is one

function known({ identity }: Parts): Identity {
  const who = identity();
  if (!who) throw new Error('Slack has not told yet who we are');
  return who;
}
