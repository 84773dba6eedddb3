import { useRef, useState } from 'preact/hooks';
import { fileTypes, mostBytes, mostFiles, rehearsedLimits } from '../file-types.ts';
import type { SentFile } from './calls.ts';
import { sizeOf } from './file-view.tsx';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import { filled, type Words } from './words.ts';

/** What may be attached. */
interface Limits {
  mostBytes: number;
  mostFiles: number;
  /** Any where none are named. */
  types: readonly string[] | null;
}
const ofPlayground: Limits = { mostBytes, mostFiles, types: fileTypes };
export const ofRehearsal: Limits = { ...rehearsedLimits, types: null };

export interface Attachments {
  limits: Limits;
  files: File[];
  problem: string | null;
  add(files: Iterable<File>): void;
  remove(file: File): void;
  clear(): void;
}

/** What is attached to the message that is being written; what cannot be sent is said at once. */
export function useAttachments(limits = ofPlayground): Attachments {
  const { words: w } = useSpeech();
  const [files, setFiles] = useState<File[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const add = (picked: Iterable<File>) => {
    const all = [...files, ...picked];
    const good = all.filter((file) => faultOf(file, limits, w) === null);
    const fault = all.map((file) => faultOf(file, limits, w)).find((found) => found !== null);
    setProblem(fault ?? (good.length > limits.mostFiles ? filled(w.tooManyFiles, { most: String(limits.mostFiles) }) : null));
    setFiles(good.slice(0, limits.mostFiles));
  };
  return {
    limits,
    files,
    problem,
    add,
    remove: (file) => setFiles(files.filter((each) => each !== file)),
    clear: () => {
      setFiles([]);
      setProblem(null);
    },
  };
}

function faultOf({ name, size, type }: File, limits: Limits, w: Words): string | null {
  if (size === 0) return filled(w.emptyFile, { name });
  if (size > limits.mostBytes) return filled(w.largeFile, { name, most: String(limits.mostBytes / 1024 / 1024) });
  return limits.types?.includes(type) !== false ? null : filled(w.foreignFile, { name });
}

/** The button that opens the browser's own choice of files. */
export function AttachButton({ add, limits }: Pick<Attachments, 'add' | 'limits'>) {
  const { words: w } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={limits.types?.join(',')}
        onChange={(event) => {
          add(event.currentTarget.files ?? []);
          // the same file may be picked again after it was removed
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="quiet round" aria-label={w.attach} title={w.attach} onClick={() => input.current?.click()}>
        <Icon name="clip" />
      </button>
    </>
  );
}

export function AttachedFiles({ files, problem, remove }: Attachments) {
  const { words: w } = useSpeech();
  return (
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {files.length > 0 && (
        <ul class="attached">
          {files.map((file) => (
            <li key={file}>
              <span class="file-name">{file.name}</span> <small>{sizeOf(file.size)}</small>
              <button type="button" class="quiet" aria-label={filled(w.removeFile, { name: file.name })} onClick={() => remove(file)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The bytes in base64, as a message brings them. */
export async function asSent(file: File): Promise<SentFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error(`${file.name} cannot be read`)));
    reader.readAsDataURL(file);
  });
  return { name: file.name, type: file.type, data: url.slice(url.indexOf(',') + 1) };
}
