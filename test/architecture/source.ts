/** An import as it stands in a file. */
export interface Import {
  from: string;
  /** Erased before the program runs. */
  typeOnly: boolean;
  line: number;
}

export interface Source {
  /** From the project's folder, with slashes. */
  path: string;
  text: string;
  /** The text without comments. */
  code: string;
  /** The code with every string and regular expression emptied; what a template computes is still there. */
  bare: string;
  imports: Import[];
}

/** Reads a TypeScript file the way the rules look at it; every line keeps its number. */
export function read(path: string, text: string): Source {
  const { code, bare } = strip(text);
  return { path, text, code, bare, imports: importsOf(code) };
}

const statement = /(?:^|[;}\n])\s*(?:import|export)\s+(?:(type)\s+)?(?:([\w*${}\s,]+?)\s*from\s*)?['"]([^'"\n]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

function importsOf(code: string): Import[] {
  const fixed = Array.from(code.matchAll(statement), (match): Import => {
    const [whole, type, names = '', from = ''] = match;
    return { from, typeOnly: type !== undefined || onlyTypes(names), line: lineOf(code, match.index + whole.length) };
  });
  const late = Array.from(code.matchAll(dynamic), (match): Import => ({
    from: match[1] ?? '',
    typeOnly: false,
    line: lineOf(code, match.index),
  }));
  return [...fixed, ...late];
}

/** `{ type A, type B }` is as good as `type { A, B }`. */
function onlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '));
}

export const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

type Mode = 'code' | 'template' | 'hole';

/** What may stand before a regular expression, where a slash would otherwise divide. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>\n]|\b(?:return|typeof|case|of|in|await|yield))\s*$/;

function strip(text: string): { code: string; bare: string } {
  let code = '';
  let bare = '';
  const modes: { mode: Mode; braces: number }[] = [{ mode: 'code', braces: 0 }];
  const copy = (part: string, shown = part): void => {
    code += part;
    bare += shown;
  };
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  for (let at = 0; at < text.length;) {
    const state = modes.at(-1) ?? { mode: 'code', braces: 0 };
    const rest = text.slice(at, at + 4000);
    const token = state.mode === 'template' ? templateToken(rest) : codeToken(rest, bare);
    if (token.kind === 'comment') {
      code += blank(token.text);
      bare += blank(token.text);
    } else copy(token.text, token.kind === 'words' ? blank(token.text) : token.text);
    if (token.kind === 'open') modes.push({ mode: state.mode === 'template' ? 'hole' : 'template', braces: 0 });
    if (token.kind === 'close') modes.pop();
    if (token.text === '{') state.braces += 1;
    if (token.text === '}' && token.kind === 'plain') {
      if (state.mode === 'hole' && state.braces === 0) modes.pop();
      else state.braces -= 1;
    }
    at += token.text.length;
  }
  return { code, bare };
}

interface Token {
  kind: 'plain' | 'words' | 'comment' | 'open' | 'close';
  text: string;
}

function templateToken(rest: string): Token {
  if (rest.startsWith('`')) return { kind: 'close', text: '`' };
  if (rest.startsWith('${')) return { kind: 'open', text: '${' };
  return { kind: 'words', text: /^(?:\\[\s\S]|\$(?!\{)|[^`$\\])+/.exec(rest)?.[0] ?? rest.charAt(0) };
}

function codeToken(rest: string, before: string): Token {
  // most of a file: nothing that any of the others begins with
  const plain = /^[\w\s]+/.exec(rest);
  if (plain) return { kind: 'plain', text: plain[0] };
  if (rest.startsWith('`')) return { kind: 'open', text: '`' };
  const comment = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest);
  if (comment) return { kind: 'comment', text: comment[0] };
  const string = /^(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/.exec(rest);
  if (string) return { kind: 'words', text: string[0] };
  const regex =
    rest.startsWith('/') && beforeRegex.test(before.slice(-20))
      ? /^\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/.exec(rest)
      : null;
  if (regex) return { kind: 'words', text: regex[0] };
  return { kind: 'plain', text: rest.charAt(0) };
}
