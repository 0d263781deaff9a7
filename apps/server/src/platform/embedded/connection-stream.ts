import { Duplex } from 'node:stream';
import { ownBytes } from './protocol.ts';

/** The way from a connection to its session on the database thread. */
type Line = {
  send(bytes: Uint8Array<ArrayBuffer>): void;
  disconnect(): void;
};

/** What `pg` expects of a socket, in front of a session of the embedded engine. */
export class ConnectionStream extends Duplex {
  readonly #line: Line;
  #finishDestroy: (() => void) | null = null;
  #isLost = false;

  constructor(line: Line) {
    super({ autoDestroy: true, allowHalfOpen: false });
    this.#line = line;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** The session is gone: after `disconnect`, or with the engine. */
  lose(error: Error | null): void {
    this.#isLost = true;
    this.#finishDestroy?.();
    if (!this.destroyed) this.destroy(error ?? undefined);
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#line.send(ownBytes(chunk));
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#line.send(ownBytes(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  /** Ends only after the session has rolled back, so that whoever waits for the end sees a clean engine. */
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#finishDestroy = () => done(error);
    if (this.#isLost) this.#finishDestroy();
    else this.#line.disconnect();
  }
}
