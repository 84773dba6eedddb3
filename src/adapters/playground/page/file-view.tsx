import type { PlaygroundFile } from '../answers.ts';
import { Icon } from './icons.tsx';

/** A picture as a picture, everything else as a link that saves it. */
export function FileView({ file }: { file: PlaygroundFile }) {
  if (file.mimeType.startsWith('image/'))
    return (
      <a class="picture" href={file.url} target="_blank" rel="noopener noreferrer">
        <img src={file.url} alt={file.name} loading="lazy" />
      </a>
    );
  return (
    <a class="file" href={file.url} download={file.name}>
      <Icon name="clip" />
      <span class="file-name">{file.name}</span>
      <small>{sizeOf(file.size)}</small>
    </a>
  );
}

export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
