/** The part of `--help` that shows how people use a command, as they type it in this folder. */
export function examples(...lines: string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Before any command but `start`: npm passes the rest on. */
export const typed = 'npm run --silent orderly --';
