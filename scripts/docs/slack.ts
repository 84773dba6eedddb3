import { createLink, manifest, scopes } from '../../src/adapters/slack/manifest.ts';
import { locales, type Locale } from '../../src/core/text/locale.ts';

const names: Record<Locale, string> = { en: 'in English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };

/** The links that create the app, one for each language of its commands, and what it may do then. */
export function slackApps(): string {
  const links = locales.map((locale) => `- [Create the app ${names[locale]}](${createLink(manifest(null, locale))})`);
  const rights = Object.entries(scopes).map(([scope, why]) => `| \`${scope}\` | ${why} |`);
  return [...links, '', '| right | what for |', '| --- | --- |', ...rights].join('\n');
}
