import { EmbeddedSession, type SessionClient, type SharedEngine } from './embedded-session.ts';
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
export type Switchboard = { connect(client: SessionClient): EmbeddedSession };

export function createSwitchboard(
  engine: Engine,
  { idleInTransactionMs = 30_000 }: SwitchboardOptions = {},
): Switchboard {
  const sessions = new Set<EmbeddedSession>();
  const shared: SharedEngine = {
    greeting: engine.execute(startupPacket()),
    execute: engine.execute,
    turns: createTurns(),
    settings: createSettingsKeeper(engine),
    idleInTransactionMs,
    notify(notification) {
      const channel = channelOf(notification);
      for (const session of sessions) session.notify(channel, notification);
    },
    forget: (session) => sessions.delete(session),
  };
  let count = 0;

  return {
    connect(client) {
      const session = new EmbeddedSession(shared, client, `c${++count}:`);
      sessions.add(session);
      return session;
    },
  };
}

function startupPacket(): Buffer {
  const body = Buffer.from('user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0');
  return message(0, PROTOCOL_3, body).subarray(1);
}
