import { emulateSlack } from '#adapters/emulators/slack/emulate.ts';
import { directOf, personOf } from '#adapters/emulators/slack/workspace.ts';
import { inTurns, people, posting, words, type Load } from './load.ts';
import { requestOf } from './post.ts';

/** Direct messages as Slack tells of them. */
export async function loadSlack(way: 'http' | 'socket'): Promise<Load> {
  const slack = await emulateSlack({ way });
  const { workspace, sockets } = slack;
  const authors = Array.from({ length: people }, (_, at) => personOf(workspace, `person${at}`));
  const places = authors.map((author) => directOf(workspace, author));
  const eventOf = (at: number): object => {
    const ts = `${Math.floor(Date.now() / 1000)}.${workspace.nextId('').slice(-6)}`;
    return {
      token: 'verification',
      team_id: workspace.team.id,
      api_app_id: workspace.app.id,
      type: 'event_callback',
      event_id: workspace.nextId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: workspace.team.id, user_id: workspace.app.botUser, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event: {
        type: 'message',
        user: authors[at % people]?.id,
        ts,
        event_ts: ts,
        client_msg_id: workspace.nextId('c'),
        text: words(at),
        team: workspace.team.id,
        channel: places[at % people]?.id,
        channel_type: 'im',
        blocks: [
          { type: 'rich_text', block_id: 'b', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words(at) }] }] },
        ],
      },
    };
  };
  return {
    settings: slack.settings,
    async make(count, url) {
      const events = Array.from({ length: count }, (_, at) => eventOf(at));
      if (way === 'socket') {
        const bringOne = async (payload: object): Promise<void> => {
          const acknowledged = await sockets.send({ type: 'events_api', payload, attempt: 0, reason: '' }, 10_000);
          if (!acknowledged) throw new Error('an envelope was not acknowledged');
        };
        return { bring: () => inTurns(events, bringOne), pace: null };
      }
      const requests = events.map((event) => {
        const body = JSON.stringify(event);
        return requestOf(url, body, slack.sign(body));
      });
      return posting(url, requests);
    },
    close: () => slack.close(),
  };
}
