import {
  type createSettingsKeeper,
  NO_SETTINGS,
  type SessionSettings,
} from './session-settings.ts';
import { sqlEffects } from './sql-effects.ts';
import type { Turns } from './turns.ts';
import {
  backend,
  closeStatement,
  createFrameReader,
  errorResponse,
  framesOf,
  frontend,
  prefixStatement,
  readyForQuery,
  simpleQuery,
  sqlOf,
  statusOf,
  sync,
  type TransactionStatus,
} from './wire.ts';

/** The engine as all sessions share it. */
export type SharedEngine = {
  /** What the server says to a new connection. */
  greeting: Buffer;
  execute(messages: Buffer): Buffer;
  turns: Turns;
  settings: ReturnType<typeof createSettingsKeeper>;
  notify(notification: Buffer): void;
  forget(session: EmbeddedSession): void;
  idleInTransactionMs: number;
};

/** Where the answers of a session go. */
export type SessionClient = {
  send(bytes: Buffer): void;
  end(): void;
  fail(error: Error): void;
};

const TERMINATORS: ReadonlySet<number | undefined> = new Set([
  frontend.query,
  frontend.sync,
  frontend.flush,
  frontend.call,
  frontend.terminate,
]);

const IDLE_CHECKS = 4;

/**
 * One connection. It holds the engine from its first message until the server is idle again, so a transaction is
 * never interleaved with another; prepared statements, settings and channels are its own.
 */
export class EmbeddedSession {
  readonly #engine: SharedEngine;
  readonly #client: SessionClient;
  readonly #prefix: string;
  readonly #read = createFrameReader();
  readonly #statements = new Set<string>();
  readonly #channels = new Set<string>();
  readonly #settingNames = new Set<string>();
  #settings: SessionSettings = NO_SETTINGS;
  #settingsChanged = false;
  #inbox: Buffer[] = [];
  #started = false;
  #isHolder = false;
  #status: TransactionStatus = 'I';
  #work: Promise<void> = Promise.resolve();
  #isWorking = false;
  #closing: Promise<void> | null = null;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(engine: SharedEngine, client: SessionClient, prefix: string) {
    this.#engine = engine;
    this.#client = client;
    this.#prefix = prefix;
  }

  receive(bytes: Buffer): void {
    this.#inbox.push(...this.#read(bytes));
    if (this.#isWorking || this.#closing) return;
    this.#work = this.#serveInbox().catch((error: unknown) => this.#client.fail(toError(error)));
  }

  /** Sends the notification when this connection listens to its channel. */
  notify(channel: string, notification: Buffer): void {
    if (this.#channels.has(channel)) this.#client.send(notification);
  }

  /** Rolls back what is open, forgets the statements and lets the next connection go on. */
  close(): Promise<void> {
    this.#closing ??= this.#work.then(() => this.#cleanUp());
    return this.#closing;
  }

  async #serveInbox(): Promise<void> {
    this.#isWorking = true;
    try {
      for (let batch = this.#nextBatch(); batch; batch = this.#nextBatch()) {
        if (this.#closing) return;
        await this.#serve(batch);
      }
    } finally {
      this.#isWorking = false;
    }
  }

  /** The messages up to the next one that asks for an answer; null while that has not come yet. */
  #nextBatch(): Buffer[] | null {
    const end = this.#started ? this.#inbox.findIndex((frame) => TERMINATORS.has(frame[0])) : 0;
    return end < 0 || end >= this.#inbox.length ? null : this.#inbox.splice(0, end + 1);
  }

  async #serve(batch: Buffer[]): Promise<void> {
    if (!this.#started) {
      this.#started = true;
      this.#client.send(this.#engine.greeting);
      return;
    }
    if (batch[0]?.[0] === frontend.terminate) {
      this.#client.end();
      return;
    }
    const refused = this.#noteEffects(batch);
    if (refused) {
      this.#refuse(refused);
      return;
    }
    clearInterval(this.#idleTimer);
    await this.#hold();
    // Its client has gone while it waited for its turn.
    if (this.#closing) return;
    const own = batch.map((frame) => this.#own(frame));
    const isIdle = this.#route(this.#engine.execute(Buffer.concat(own)));
    if (isIdle) this.#letGo();
    else this.#watchIdle();
  }

  #noteEffects(batch: Buffer[]): string | null {
    for (const frame of batch) {
      const sql = sqlOf(frame);
      if (sql === null) continue;
      const effects = sqlEffects(sql);
      if (effects.refused) return effects.refused;
      if (effects.isSettingChange) this.#settingsChanged = true;
      for (const name of effects.settings) this.#settingNames.add(name);
      for (const channel of effects.listen) this.#channels.add(channel);
      for (const channel of effects.unlisten) this.#unlisten(channel);
    }
    return null;
  }

  #unlisten(channel: string): void {
    if (channel === '*') this.#channels.clear();
    else this.#channels.delete(channel);
  }

  #refuse(reason: string): void {
    this.#client.send(
      Buffer.concat([errorResponse('ERROR', '0A000', reason), readyForQuery(this.#status)]),
    );
  }

  #own(frame: Buffer): Buffer {
    const { frame: renamed, name } = prefixStatement(frame, this.#prefix);
    if (name !== '' && frame[0] === frontend.parse) this.#statements.add(name);
    if (name !== '' && frame[0] === frontend.close) this.#statements.delete(name);
    return keepsEngineListening(renamed);
  }

  /** Passes the answer on; true when the server has become idle. */
  #route(output: Buffer): boolean {
    let isIdle = false;
    const answer: Buffer[] = [];
    for (const frame of framesOf(output)) {
      if (frame[0] === backend.notification) {
        this.#engine.notify(frame);
        continue;
      }
      if (frame[0] === backend.ready) {
        this.#status = statusOf(frame);
        isIdle = this.#status === 'I';
      }
      answer.push(frame);
    }
    if (answer.length > 0) this.#client.send(Buffer.concat(answer));
    return isIdle;
  }

  async #hold(): Promise<void> {
    if (this.#isHolder) return;
    await this.#engine.turns.take();
    this.#isHolder = true;
    this.#engine.settings.restore(this.#settings);
  }

  #letGo(): void {
    if (!this.#isHolder) return;
    if (this.#settingsChanged) {
      this.#settingsChanged = false;
      this.#settings = this.#engine.settings.capture(this.#settingNames);
    }
    this.#isHolder = false;
    this.#engine.turns.pass();
  }

  /** A transaction that waits for its client must not keep all others out for ever. */
  #watchIdle(): void {
    const limit = this.#engine.idleInTransactionMs;
    const since = performance.now();
    this.#idleTimer = setInterval(() => {
      if (this.#engine.turns.waiting === 0 || performance.now() - since < limit) return;
      clearInterval(this.#idleTimer);
      const reason = `The transaction was idle for more than ${limit} ms while others waited for the embedded database.`;
      this.#client.send(errorResponse('FATAL', '25P03', reason));
      this.#client.end();
      void this.close();
    }, limit / IDLE_CHECKS).unref();
  }

  async #cleanUp(): Promise<void> {
    clearInterval(this.#idleTimer);
    this.#channels.clear();
    this.#engine.forget(this);
    try {
      if (this.#isHolder) this.#engine.execute(Buffer.concat([sync, simpleQuery('ROLLBACK')]));
      if (this.#statements.size > 0) {
        await this.#hold();
        const closes = [...this.#statements].map(closeStatement);
        this.#engine.execute(Buffer.concat([...closes, sync]));
      }
    } finally {
      this.#letGo();
    }
  }
}

/** UNLISTEN of one connection must not silence the others, so it never reaches the engine as such. */
function keepsEngineListening(frame: Buffer): Buffer {
  const sql = frame[0] === frontend.query ? sqlOf(frame) : null;
  if (sql === null || !/^\s*unlisten\b/i.test(sql)) return frame;
  return simpleQuery('UNLISTEN quantumlayer_never_used');
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
