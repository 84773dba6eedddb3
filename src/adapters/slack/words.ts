/** What a person wrote, as they see it: Slack sends mentions and links in angle brackets and escapes three characters. `self` is not said at the beginning. */
export function wordsFromSlack(text: string, self: string): string {
  const told = text
    .replaceAll(`<@${self}>`, ' ')
    .replaceAll(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => spelled(target, label));
  return told
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/^ +| +$/gm, '')
    .trim();
}

function spelled(target: string, label = ''): string {
  switch (target[0]) {
    case '@':
      return `@${label || target.slice(1)}`;
    case '#':
      return `#${label || target.slice(1)}`;
    case '!':
      return label || `@${target.slice(1).split('^')[0] ?? ''}`;
    default:
      return label || target;
  }
}
