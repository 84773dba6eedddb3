import type { Conversation, Message, Person, Workspace } from './workspace.ts';

/** Who speaks where Slack itself has something to say. */
export const slackbot = 'USLACKBOT';

/** What Slack says, to whoever typed it alone, of a command that no app registered: no app hears of it. */
export const invalidCommand = (workspace: Workspace, command: string, { id }: Conversation, person: Person): Message => ({
  ts: workspace.nextTs(),
  channel: id,
  user: slackbot,
  botId: null,
  text:
    `${command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.\n` +
    'If you are trying to send a message and not run a command, try preceding the "/" with an empty space.',
  blocks: [],
  threadTs: null,
  metadata: null,
  onlyFor: person.id,
  edited: false,
  files: [],
});
