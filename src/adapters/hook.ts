/** What a platform has posted. */
export interface Posted {
  /** By its name in small letters; empty where it was not sent. */
  header(name: string): string;
  body: Buffer;
}

export interface Answer {
  status: number;
  /** A sentence, or what goes out as JSON. */
  body?: string | object;
}

/** Where a platform posts its events to, and how each is answered. */
export interface Hook {
  path: `/hooks/${string}`;
  /** No body larger than that is read. */
  largest: number;
  answer(posted: Posted): Promise<Answer>;
}
