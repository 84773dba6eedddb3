/** The largest file that is taken, in bytes, and how many a message may bring. */
export const mostBytes = 1024 * 1024;
export const mostFiles = 4;

/** On a page of a rehearsal: as the platform that takes least. */
export const rehearsedLimits = { mostBytes: 10 * 1024 * 1024, mostFiles: 4 };

/**
 * What may be sent. A picture is shown; everything else is only ever saved by whoever opens it. Nothing that a browser would
 * run is among them.
 */
export const fileTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
