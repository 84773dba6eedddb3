/** The text of a card: **bold** and line breaks, everything else as it stands. */
export function Rich({ text }: { text: string }) {
  return <>{text.split(/\*\*(.+?)\*\*/s).map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part))}</>;
}

interface Mark {
  start: number;
  end: number;
  label: string;
}

/** Quoted words with what was understood from them; of marks that overlap the first is shown. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const parts = [];
  let at = 0;
  for (const mark of marks.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (mark.start < at || mark.end <= mark.start || mark.end > text.length) continue;
    parts.push(
      text.slice(at, mark.start),
      <mark key={mark.start}>
        {text.slice(mark.start, mark.end)}
        <span class="mark-label">{mark.label}</span>
      </mark>,
    );
    at = mark.end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
