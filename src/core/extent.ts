/** A stretch of business time: from the first moment on, up to but without the last. */
export interface Span {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** A part of a list; the first page is 0. */
export interface Page {
  size: number;
  number: number;
}

/** What is on a page, and how many there are on all of them. */
export interface Paged<Row> {
  rows: Row[];
  all: number;
}
