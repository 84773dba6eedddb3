import { wireOf } from './chat.methods.ts';
import type { Delivery } from './deliver.ts';
import type { Answer } from './method.ts';
import { doneTo } from './pressable.ts';
import type { Conversation, Message, Person, Workspace } from './workspace.ts';

/** Milliseconds a trigger id is good for. */
const triggerMs = 3_000;

export function eventOf(workspace: Workspace, event: Answer): Delivery {
  const { team, app } = workspace;
  const body = {
    token: 'verification',
    team_id: team.id,
    api_app_id: app.id,
    type: 'event_callback',
    event_id: workspace.nextId('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: team.id, user_id: app.botUser, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event,
  };
  return { kind: 'events_api', body };
}

/** `message` in a direct conversation, `app_mention` in a channel; null for words in a channel that call nobody. */
export function saidEvent(workspace: Workspace, message: Message, conversation: Conversation, more: Answer = {}): Delivery | null {
  const said = { ...wireOf(message, false), channel: conversation.id, event_ts: message.ts, ...more };
  if (conversation.kind === 'im') return eventOf(workspace, { ...said, channel_type: 'im' });
  return message.text.includes(`<@${workspace.app.botUser}>`) ? eventOf(workspace, { ...said, type: 'app_mention' }) : null;
}

export function changedEvent(workspace: Workspace, message: Message, before: string): Delivery {
  const ts = workspace.nextTs();
  return eventOf(workspace, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: message.channel,
    channel_type: 'im',
    ts,
    event_ts: ts,
    message: { ...wireOf(message, false), edited: { user: message.user, ts } },
    previous_message: { ...wireOf(message, false), text: before },
  });
}

export function deletedEvent(workspace: Workspace, message: Message): Delivery {
  const ts = workspace.nextTs();
  const place = { channel: message.channel, channel_type: 'im' };
  const previous_message = wireOf(message, false);
  return eventOf(workspace, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ...place,
    ts,
    event_ts: ts,
    deleted_ts: message.ts,
    previous_message,
  });
}

/** What comes with everything a person does with the mouse. */
function interaction(workspace: Workspace, person: Person): Answer {
  const { team, app } = workspace;
  const trigger_id = `${workspace.nextId('')}.trigger`;
  workspace.triggers.set(trigger_id, { person: person.id, until: Date.now() + triggerMs, used: false });
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    team: { id: team.id, domain: team.domain },
    api_app_id: app.id,
    token: 'verification',
    trigger_id,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function pressEvent(
  workspace: Workspace,
  person: Person,
  place: { message: Message; conversation: Conversation },
  token: string,
  respondTo: string,
): Delivery {
  const { message, conversation } = place;
  const action_ts = workspace.nextTs();
  const body = {
    ...interaction(workspace, person),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: message.onlyFor !== null,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: conversation.id, name: conversation.name },
    ...(message.onlyFor ? {} : { message: wireOf(message, false) }),
    state: { values: {} },
    response_url: respondTo,
    actions: [{ ...doneTo(message.blocks, token), block_id: 'b1', action_ts }],
  };
  return { kind: 'interactive', body };
}

export function submitEvent(workspace: Workspace, person: Person, view: Answer, values: Answer): Delivery {
  const about = { id: workspace.nextId('V'), team_id: workspace.team.id, hash: '1', bot_id: workspace.app.botId };
  const body = {
    ...interaction(workspace, person),
    type: 'view_submission',
    view: { ...about, ...view, state: { values } },
    response_urls: [],
  };
  return { kind: 'interactive', body };
}

export function shortcutEvent(
  workspace: Workspace,
  person: Person,
  message: Message,
  conversation: Conversation,
  callback: string,
  respondTo: string,
): Delivery {
  const body = {
    ...interaction(workspace, person),
    type: 'message_action',
    callback_id: callback,
    action_ts: workspace.nextTs(),
    message_ts: message.ts,
    channel: { id: conversation.id, name: conversation.name },
    message: wireOf(message, false),
    response_url: respondTo,
  };
  return { kind: 'interactive', body };
}

export function commandEvent(
  workspace: Workspace,
  person: Person,
  conversation: Conversation,
  typed: { command: string; text: string },
  respondTo: string,
): Delivery {
  const { trigger_id } = interaction(workspace, person);
  const body = {
    token: 'verification',
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: conversation.id,
    channel_name: conversation.name,
    user_id: person.id,
    user_name: person.name,
    command: typed.command,
    text: typed.text,
    api_app_id: workspace.app.id,
    is_enterprise_install: 'false',
    response_url: respondTo,
    trigger_id,
  };
  return { kind: 'slash_commands', body };
}
