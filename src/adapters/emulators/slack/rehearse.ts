import { setTimeout as pause } from 'node:timers/promises';
import { typeOf } from '../../file-type.ts';
import {
  call,
  cast,
  roleOf,
  type Rehearse,
  type Rehearsed,
  type RehearsedFault,
  type RehearsedFile,
  type RehearsedMessage,
  type SentFile,
  type Shown,
} from '../../rehearsal.ts';

import { emulateSlack, type EmulatedSlack, type Place } from './emulate.ts';
import { slackbot } from './slackbot.ts';
import type { Acknowledged } from './sockets.ts';
import { channelOf, directOf, personOf, type Message } from './workspace.ts';

const ackMs = 3_000;
/** What a call is refused with for its token alone. */
const ofToken = new Set(['not_authed', 'invalid_auth', 'not_allowed_token_type', 'token_revoked']);

/** The emulated Slack with the people of a rehearsal on it; Slack knows no commands but these. */
export const rehearseSlack = async ({ port, commands }: Parameters<Rehearse>[0] & { commands: readonly string[] }): Promise<Rehearsed> => {
  const slack = await emulateSlack({ way: 'socket', port, ackMs, commands });
  const { workspace } = slack;
  const people = [...cast.customers, ...cast.colleagues].map((name) => personOf(workspace, name));
  const channel = channelOf(workspace, cast.channel);
  const colleagues = cast.colleagues.map((name) => personOf(workspace, name).id);
  for (const id of colleagues) channel.members.add(id);
  const faults = new Set<RehearsedFault>();
  const unheard = new Set<string>();
  let deeds = 0;

  const nameOf = (id: string): string => workspace.people.get(id)?.name ?? id;
  const placeOf = (place: string): Place => (place === channel.id ? { channel: channel.name } : {});
  const isTwice = (): boolean => faults.has('twice');

  /** Goes on by itself, as words do: whoever wrote is not kept. */
  const bring = (ts: string, bringing: Promise<Acknowledged>): void => {
    void bringing.then(async (answer) => {
      if (!answer) unheard.add(ts);
      else if (isTwice()) await slack.repeat();
      deeds++;
    });
  };
  /** A press, a form or a command: Slack says so when nobody takes it in time. */
  const answered = async (deed: Promise<Acknowledged>): Promise<Shown> => {
    const answer = await Promise.race([deed, pause(ackMs, null)]);
    deeds++;
    if (!answer) return { late: true };
    const said = answer.payload as { response_action?: string; errors?: Record<string, string> } | null; // what apps answer with
    const [problem] = said?.response_action === 'errors' ? Object.values(said.errors ?? {}) : [];
    return problem === undefined ? {} : { problem };
  };

  return {
    platform: 'slack',
    way: 'Socket Mode',
    settings: slack.settings,
    players: people.map(({ id, name }) => ({ id, name })),
    places: [
      ...people.map((person) => ({
        id: directOf(workspace, person).id,
        name: person.name,
        kind: 'dm' as const,
        role: roleOf(person.name),
        members: [person.id],
      })),
      { id: channel.id, name: channel.name, kind: 'group', role: null, members: colleagues },
    ],
    faults,
    isHeard: () => slack.sockets.count() > 0,
    isTurnedAway: () => ofToken.has(slack.recorded.at(-1)?.outcome ?? ''),
    see: ({ as, place }) => ({
      messages: [...spoken(slack, as, place, unheard), ...responded(slack, as, place)].toSorted((a, b) => Number(a.ts) - Number(b.ts)),
      modal: workspace.modals.get(as) ?? null,
    }),
    async say({ as, place }, text, files, under) {
      deeds++;
      // Slack takes no command in a thread: there it is words
      const command = files.length > 0 || under !== null ? null : /^(\/\S+)\s*([\s\S]*)$/.exec(text);
      if (command) {
        const [, name = '', rest = ''] = command;
        const deed = slack.command(nameOf(as), name, rest, placeOf(place));
        // what it does not know, Slack answers itself
        return commands.includes(name) ? answered(deed) : {};
      }
      const saying = slack.say(nameOf(as), typed(text, workspace.app.botUser), {
        ...placeOf(place),
        ...(under === null ? {} : { thread: firstOf(workspace, under) }),
        ...(files.length > 0 ? { files: files.map((file) => keep(slack, file)) } : {}),
      });
      const { ts = '' } = workspace.messages.at(-1) ?? {};
      // what calls nobody in a channel is not for the desk
      if (place !== channel.id || text.includes(call)) bring(ts, saying);
      return {};
    },
    readFile: (id) => workspace.files.get(id)?.bytes ?? null,
    press: ({ as }, message, token) => answered(slack.press(nameOf(as), message, token)),
    // what was left empty is nothing at all
    submit: ({ as }, values) =>
      answered(slack.submit(nameOf(as), Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')))),
    dismiss({ as }) {
      workspace.modals.delete(as);
      deeds++;
    },
    async edit({ as }, message, text) {
      deeds++;
      bring(message, slack.changeWords(nameOf(as), message, typed(text, workspace.app.botUser)));
    },
    async takeBack({ as }, message) {
      deeds++;
      bring(message, slack.takeBack(nameOf(as), message));
    },
    switch(fault, on) {
      deeds++;
      if (on) faults.add(fault);
      else faults.delete(fault);
      workspace.refused = faults.has('revoked') ? 'token_revoked' : null;
      slack.lasting(
        faults.has('down') ? { kind: 'status', status: 503 } : faults.has('rate_limited') ? { kind: 'rate_limited', seconds: 5 } : null,
      );
      slack.sockets.refuse(faults.has('down') || faults.has('revoked'));
      if (faults.has('down') || faults.has('revoked')) slack.sockets.drop();
    },
    revision: () => deeds + slack.recorded.length + slack.responses.length,
    close: () => slack.close(),
  };
};

/** What somebody typed as Slack hands it on: three characters escaped, and who is called by their number. */
const typed = (text: string, bot: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(call, `<@${bot}>`);

/** The same as its writer sees it. */
const wordsOf = (text: string, bot: string): string =>
  text.replaceAll(`<@${bot}>`, call).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Puts a file of somebody's where Slack hands it out, and says what an event tells of it. */
function keep({ workspace }: EmulatedSlack, { name, bytes }: SentFile): { id: string } & Record<string, unknown> {
  const told = { id: workspace.nextId('F'), name, mimetype: typeOf(name, bytes), size: bytes.length };
  workspace.files.set(told.id, { ...told, bytes });
  return told;
}

type Timed = RehearsedMessage & { ts: string };

function spoken(slack: EmulatedSlack, as: string, place: string, unheard: ReadonlySet<string>): Timed[] {
  const { messages, app, files } = slack.workspace;
  const fileOf = (id: string): RehearsedFile[] => {
    const found = files.get(id);
    return found ? [{ id, name: found.title ?? found.name, mimeType: typeOf(found.name, found.bytes), size: found.size }] : [];
  };
  const isSeen = ({ channel, onlyFor }: Message): boolean => channel === place && (onlyFor === null || onlyFor === as);
  return messages.filter(isSeen).map((message) => ({
    ts: message.ts,
    id: message.ts,
    at: momentOf(message.ts),
    from: message.user === slackbot ? 'Slackbot' : message.botId === null ? message.user : 'desk',
    // a file of the desk's brings no words
    text: message.botId !== null && message.files.length > 0 ? '' : wordsOf(message.text, app.botUser),
    files: message.files.flatMap(fileOf),
    payload: message.blocks.length > 0 ? { text: message.text, blocks: message.blocks } : null,
    onlyYou: message.onlyFor !== null,
    under: message.threadTs,
    edited: message.edited,
    changeable: message.user === as,
    unheard: unheard.has(message.ts),
  }));
}

/** What came by the address that a command brings along: for whoever typed it alone. */
function responded(slack: EmulatedSlack, as: string, place: string): Timed[] {
  const theirs = slack.responses.filter(({ person, channel }) => slack.workspace.people.get(as)?.name === person && channel === place);
  return theirs.map(({ ts, body }) => {
    const { text = '', blocks = [] } = body as { text?: string; blocks?: unknown[] }; // what the desk sends there
    return {
      ts,
      id: ts,
      at: momentOf(ts),
      from: 'desk',
      text,
      files: [],
      payload: blocks.length > 0 ? { text, blocks } : null,
      onlyYou: true,
      under: null,
      edited: false,
      changeable: false,
      unheard: false,
    };
  });
}

/** What is said to a message of a thread is said in that thread. */
const firstOf = ({ messages }: EmulatedSlack['workspace'], ts: string): string =>
  messages.find((message) => message.ts === ts)?.threadTs ?? ts;

const momentOf = (ts: string): string => new Date(Number(ts) * 1000).toISOString();
