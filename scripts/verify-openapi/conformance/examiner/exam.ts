import type { Client } from './client.ts';

/** What a test may use beside the server's address. */
export type Room = {
  /** Without credentials. */
  readonly api: Client;
  /** A word that no other test uses: letters and digits, a letter first. */
  unique(start: string): string;
  /** The key for a security scheme of type apiKey, as the app was told it at its start; null where none is known. */
  key(scheme: string): string | null;
  /** Stops the app and starts it again on the same data. */
  restart(): Promise<void>;
  /** The files below the data folder that hold this text in clear. */
  filesWith(text: string): Promise<readonly string[]>;
};

export type Test = (room: Room) => Promise<void>;

/** Sends an undetermined operation different input; gives what it answered, in the order sent. */
export type Probe = (room: Room) => Promise<readonly string[]>;

export type Exam = {
  /** What the document determines to a careful reader. */
  readonly functional: Readonly<Record<string, Test>>;
  /** What must hold whatever the document says. A name that starts with "last:" runs after all others. */
  readonly exploits: Readonly<Record<string, Test>>;
  /** By `METHOD /path`: operations whose behaviour nothing in the document tells. */
  readonly undetermined: Readonly<Record<string, Probe>>;
};

/** A document that must be refused, with the place. */
export type BrokenExam = {
  readonly line: number;
  /** Lines that a reader may name as well. */
  readonly orLines?: readonly number[];
  readonly about: RegExp;
};
