import type { Duplex } from 'node:stream';
import { createConnectionStream } from './connection-stream.ts';
import { EmbeddedSession, type SharedEngine } from './embedded-session.ts';
import type { Engine } from './engine.ts';
import { createSettingsKeeper } from './session-settings.ts';
import { createTurns } from './turns.ts';
import { channelOf, message } from './wire.ts';

const PROTOCOL_3 = Buffer.from([0, 3, 0, 0]);

export type SwitchboardOptions = {
  /** How long a transaction may sit idle while others wait for the engine. */
  idleInTransactionMs?: number;
};

/** Many connections over one engine. */
export type Switchboard = { connect(): Duplex };

export async function createSwitchboard(
  engine: Engine,
  { idleInTransactionMs = 30_000 }: SwitchboardOptions = {},
): Promise<Switchboard> {
  const sessions = new Set<EmbeddedSession>();
  const shared: SharedEngine = {
    greeting: await engine.execute(startupPacket()),
    execute: engine.execute,
    turns: createTurns(),
    settings: createSettingsKeeper(engine),
    idleInTransactionMs,
    notify(notification) {
      const channel = channelOf(notification);
      for (const session of sessions) session.notify(channel, notification);
    },
  };
  let count = 0;

  return {
    connect() {
      const session = new EmbeddedSession(shared, `c${++count}:`);
      sessions.add(session);
      const stream = createConnectionStream(session);
      stream.once('close', () => sessions.delete(session));
      return stream;
    },
  };
}

function startupPacket(): Buffer {
  const body = Buffer.from('user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0');
  return message(0, PROTOCOL_3, body).subarray(1);
}
