import type { ClientConfig } from 'pg';
import { openLocalEngine } from './local-engine.ts';
import { createSwitchboard } from './switchboard.ts';

export type EmbeddedDatabase = {
  /** What `pg` needs in order to reach the engine. */
  connection: Pick<ClientConfig, 'stream' | 'user' | 'database' | 'password' | 'ssl'>;
  close(): Promise<void>;
};

/** Opens the engine on a folder, or in memory for `memory://`. */
export async function openEmbedded(url: string): Promise<EmbeddedDatabase> {
  const engine = await openLocalEngine(url === 'memory://' ? {} : { folder: url });
  const { connect } = await createSwitchboard(engine);
  return {
    connection: {
      stream: connect,
      user: 'postgres',
      database: 'postgres',
      password: '',
      ssl: false,
    },
    close: engine.close,
  };
}
