import { spawn } from 'node:child_process';

export interface Desktop {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** Whether a person sits at a terminal. */
  terminal: boolean;
}

/** Shows a page in the person's browser where there is one; false where there is none or it does not start. */
export function openBrowser(url: string, desktop: Desktop): Promise<boolean> {
  const command = browserCommand(url, desktop);
  if (command === null) return Promise.resolve(false);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const browser = spawn(command.program, command.args, { stdio: 'ignore', detached: true });
  browser.on('error', () => resolve(false));
  browser.on('spawn', () => {
    browser.unref();
    resolve(true);
  });
  return promise;
}

/** How this desktop opens a page; null on a server, in a pipeline, or over SSH, where the browser would open out of sight. */
export function browserCommand(url: string, { platform, env, terminal }: Desktop): { program: string; args: string[] } | null {
  if (!terminal || env['CI'] || env['SSH_CONNECTION']) return null;
  if (platform === 'darwin') return { program: 'open', args: [url] };
  // "start" takes its first quoted argument for a window title
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', '', url.replaceAll('&', '^&')] };
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { program: 'xdg-open', args: [url] } : null;
}
