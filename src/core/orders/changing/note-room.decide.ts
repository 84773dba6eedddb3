/** A wish may be as long as a message of a chat, and a note as long as somebody reads while they pack; every reading of it is kept. */
const most = { wish: 2000, note: 8000 };

/** Whether words still find room in a note, and how many characters of them do. */
export function roomFor(note: string, said: string): { isEnough: boolean; left: number } {
  // a line of its own
  const left = Math.max(0, Math.min(most.wish, most.note - note.length - 1));
  return { isEnough: said.length <= left, left };
}
