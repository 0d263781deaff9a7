import { Duplex } from 'node:stream';
import type { EmbeddedSession } from './embedded-session.ts';
import { createFrameReader } from './wire.ts';

/** What `pg` expects of a socket, in front of a session of the embedded engine. */
class ConnectionStream extends Duplex {
  readonly #session: EmbeddedSession;
  readonly #read = createFrameReader();

  constructor(session: EmbeddedSession) {
    super({ autoDestroy: true });
    this.#session = session;
    session.attach({
      send: (bytes) => this.push(bytes),
      end: () => this.push(null),
      fail: (error) => this.destroy(error),
    });
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

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#session.receive(this.#read(chunk));
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#session.receive(this.#read(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#session.close().then(
      () => done(error),
      () => done(error),
    );
  }
}

export function createConnectionStream(session: EmbeddedSession): Duplex {
  return new ConnectionStream(session);
}
