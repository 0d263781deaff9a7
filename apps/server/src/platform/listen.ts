import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears NOTIFY on a connection of its own, which is made anew when it breaks. What was sent meanwhile is lost, so
 * after each new connection the handler is called once with an empty payload: look for yourself.
 */
export async function listen(
  config: pg.ClientConfig,
  channel: string,
  handler: (payload: string) => void,
  onError: (error: Error) => void = () => {},
): Promise<() => Promise<void>> {
  let isStopped = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client(config);
    next.on('error', onError);
    next.on('notification', (notification) => {
      if (notification.channel === channel && !isStopped) handler(notification.payload ?? '');
    });
    await next.connect();
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    next.once('end', () => {
      if (!isStopped) void reconnect(FIRST_PAUSE_MS);
    });
    return next;
  }

  async function reconnect(pause: number): Promise<void> {
    await delay(pause, undefined, { ref: false });
    if (isStopped) return;
    try {
      client = await connect();
      handler('');
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      void reconnect(Math.min(pause * 2, LONGEST_PAUSE_MS));
    }
  }

  return async () => {
    isStopped = true;
    await client.end();
  };
}
