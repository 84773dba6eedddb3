import type { Config } from '#src/config.ts';
import type { Platform } from '#core/messages/incoming.ts';
import type { Database, TableReader } from '#core/ports.ts';
import type { DeskTurn } from '#core/turn.ts';
import type { ChosenReader, ReaderName } from './notes/reader.ts';

/** What a command may use; `main.ts` makes it, so that commands wire nothing. */
export interface Context {
  /** Read when it is first asked for, so that `--help` works whatever the settings say. */
  readonly config: Config;
  /** The folder in which the person typed the command: file arguments are meant from here. */
  cwd: string;
  /** Whether a person looks on: progress and colours are for them only. */
  terminal: boolean;
  /** An answer, to stdout. */
  out(text: string): void;
  /** Anything else, to stderr. */
  err(text: string): void;
  /** What is fed to the command on stdin, piece by piece. */
  input(): AsyncIterable<string>;
  /** Resolves when stdout can take more; whoever says much waits for it. */
  taken(): Promise<unknown>;
  /** Who reads notes; needs no data. */
  openReader(name: ReaderName): ChosenReader;
  openData(): Promise<Data>;
  openDesk(options: DeskOptions): Promise<RunningDesk>;
  /** A fresh demo business; refuses data that demo mode did not create. */
  resetDemo(): Promise<void>;
  /** Looks at everything a desk needs; a test message is posted to these conversations only. */
  examine(options: { probe: Partial<Record<Platform, string>> }): Promise<Section[]>;
  /** The platforms for which there are settings. */
  setUps(): Promise<NamedSetup[]>;
  /** Begins platforms of one's own on this machine; null for every one there is. */
  rehearse(options: { platforms: Platform[] | null; port: number }): Promise<Rehearsal>;
  /** Resolves when somebody asks the program to stop. */
  untilAsked(): Promise<unknown>;
  /** Reads the files that hold lists. */
  tables: TableReader;
  /** How people are known in the playground: the account, and the key of their conversation with the desk. */
  playground: { account: string; dmOf(person: string): string };
  /** False where there is no browser to open. */
  openBrowser(url: string): Promise<boolean>;
}

/** One thing that was looked at; a fault comes with what mends it. */
export type Finding = { item: string; says: string } & ({ ok: true } | { ok: false; remedy: string });

/** Things that belong together, one after the other. */
export interface Section {
  name: string;
  findings: Finding[];
}

/** A platform as it can be set up. Both reject with a `Problem`. */
export interface NamedSetup {
  platform: Platform;
  name: string;
  setup: {
    sync(options: { dryRun: boolean }): Promise<{ what: string; done: boolean }[]>;
    invitation(): Promise<{ title: string; text: string; isLong?: true }[]>;
  };
}

/** Platforms of one's own, and the page on which their people are played. */
export interface Rehearsal {
  url: string;
  platforms: { platform: Platform; name: string; way: string; settings: Record<string, string> }[];
  close(): Promise<void>;
}

/** The data, migrated, for a command that does one thing and ends. */
export interface Data {
  database: Database;
  /** Version and place, without credentials. */
  place: string;
  /** The migrations that opening it applied. */
  applied: string[];
  /** Works in one transaction, at one business time. */
  turn<T>(work: (turn: DeskTurn) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DeskOptions {
  host: string;
  port: number;
  /** Null: what is there, or what fits the settings. */
  business: 'demo' | 'empty' | null;
}

/** A desk that answers. */
export interface RunningDesk {
  url: string;
  /** The page a person wants to see first, where there is one. */
  page: string | null;
  /** What a person should know about this desk, a line each. */
  notices: string[];
  /** Tells what a person should know later on, a line each. */
  watch(tell: (notice: string) => void): void;
  /** Takes nothing new, finishes what runs, and closes the data. */
  close(): Promise<void>;
}
