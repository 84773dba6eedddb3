import { homeView, modalView, whyNot, type HomeView, type ModalView } from './blocks.ts';
import * as z from 'zod';
import { chatMethods, conversationOf } from './chat.methods.ts';
import { jsonIn, needed, Refused, type Method } from './method.ts';
import { directOf } from './workspace.ts';

/** Every Web API method the emulator answers; whatever else is called is `unknown_method`. */
export const methods: Record<string, Method> = {
  ...chatMethods,
  'auth.test': {
    scope: null,
    run: (_args, { team, app }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: 'orderly',
      team_id: team.id,
      user_id: app.botUser,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'conversations.open': {
    scope: 'im:write',
    run(args, workspace) {
      const person = workspace.people.get(needed(args, 'users'));
      if (!person) throw new Refused('user_not_found');
      if (person.deactivated) throw new Refused('user_disabled');
      return { channel: { id: directOf(workspace, person).id } };
    },
  },
  'users.info': {
    scope: 'users:read',
    run(args, { people, team }) {
      const person = people.get(needed(args, 'user'));
      if (!person) throw new Refused('user_not_found');
      const locale = args['include_locale'] === 'true' ? { locale: person.locale } : {};
      const profile = { real_name: person.name, display_name: person.name, phone: person.phone ?? '' };
      return {
        user: { id: person.id, team_id: team.id, name: person.name, real_name: person.name, tz: person.timeZone, profile, ...locale },
      };
    },
  },
  'views.open': {
    scope: null,
    run(args, workspace) {
      const trigger = workspace.triggers.get(needed(args, 'trigger_id'));
      if (!trigger) throw new Refused('invalid_trigger_id');
      if (trigger.used) throw new Refused('exchanged_trigger_id');
      if (trigger.until < Date.now()) throw new Refused('expired_trigger_id');
      trigger.used = true;
      const view = jsonIn(args, 'view');
      const fault = whyNot(modalView, view);
      if (fault) throw new Refused('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${fault}`] } });
      workspace.modals.set(trigger.person, view as ModalView); // just checked
      return { view: { id: workspace.nextId('V'), ...(view as ModalView) } };
    },
  },
  'views.publish': {
    scope: null,
    run(args, workspace) {
      const user = needed(args, 'user_id');
      if (!workspace.people.has(user)) throw new Refused('user_not_found');
      const view = jsonIn(args, 'view');
      const fault = whyNot(homeView, view);
      if (fault) throw new Refused('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${fault}`] } });
      workspace.homes.set(user, view as HomeView); // just checked
      return { view: { id: workspace.nextId('V'), ...(view as HomeView) } };
    },
  },
  'files.info': {
    scope: 'files:read',
    run(args, { files }) {
      const file = files.get(needed(args, 'file'));
      if (!file) throw new Refused('file_not_found');
      const { bytes: _bytes, ...told } = file;
      return { file: { ...told, url_private_download: `${args['origin'] ?? ''}/files/${file.id}` } };
    },
  },
  'files.list': {
    scope: 'files:read',
    run(args, { files }) {
      const channel = needed(args, 'channel');
      const found = [...files.values()].filter(({ shown }) =>
        shown?.some((one) => one.channel === channel && Number(one.ts) >= Number(args['ts_from'] ?? 0)),
      );
      const told = found.map(({ bytes: _bytes, shown = [], ...file }) => {
        const places = shown.map(({ ts, threadTs }) => ({ ts, ...(threadTs ? { thread_ts: threadTs } : {}) }));
        return { ...file, shares: { private: { [channel]: places } } };
      });
      return { files: told.slice(0, Number(args['count'] ?? 100)), paging: { total: told.length } };
    },
  },
  'files.getUploadURLExternal': {
    scope: 'files:write',
    run(args, workspace) {
      const [name, size] = [needed(args, 'filename'), Number(needed(args, 'length'))];
      const id = workspace.nextId('F');
      workspace.files.set(id, { id, name, mimetype: 'application/octet-stream', size, bytes: new Uint8Array() });
      return { file_id: id, upload_url: `${args['origin'] ?? ''}/upload/${id}` };
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    run(args, workspace) {
      const ids = z.array(z.object({ id: z.string(), title: z.string().optional() })).parse(jsonIn(args, 'files'));
      const conversation = conversationOf({ channel: args['channel_id'] ?? '' }, workspace);
      const files = ids.map(({ id }) => workspace.files.get(id));
      if (files.some((file) => !file || file.bytes.length !== file.size)) throw new Refused('file_not_found');
      const { botId, botUser } = workspace.app;
      // one that was shown already is no upload any more
      if (files.some((file) => file?.shown)) throw new Refused('file_not_found');
      for (const [at, file] of files.entries()) {
        const ts = workspace.nextTs();
        const title = ids[at]?.title;
        if (file)
          Object.assign(file, {
            shown: [{ channel: conversation.id, ts, threadTs: args['thread_ts'] ?? null }],
            ...(title === undefined ? {} : { title }),
          });
        workspace.messages.push({
          ts,
          channel: conversation.id,
          user: botUser,
          botId,
          text: file?.name ?? '',
          blocks: [],
          threadTs: args['thread_ts'] ?? null,
          metadata: null,
          onlyFor: null,
          edited: false,
          files: file ? [file.id] : [],
        });
      }
      return { files: ids };
    },
  },
};
