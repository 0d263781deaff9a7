import { describe, expect, it } from 'vitest';
import { createHealth } from './health.ts';
import { healthRoutes } from './http/health-routes.ts';
import { createHttpApp } from './http/http-app.ts';
import { createLogger } from './logger.ts';

const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });

function build() {
  const health = createHealth({ limitMs: 50 });
  const app = createHttpApp({ logger });
  app.register(healthRoutes(health));
  const ready = async () => {
    const response = await app.inject('/readyz');
    return { code: response.statusCode, body: response.json() };
  };
  return { health, app, ready };
}

describe('health', () => {
  it('is ready with the state of each part', async () => {
    const { health, ready } = build();
    health.register('database', async () => 'embedded');
    expect(await ready()).toEqual({
      code: 200,
      body: {
        status: 'ready',
        parts: [
          { name: 'database', state: 'ok', latencyMs: expect.any(Number), detail: 'embedded' },
        ],
      },
    });
  });

  it('is not ready when one part fails, and says which and why', async () => {
    const { health, ready } = build();
    health.register('database', async () => undefined);
    health.register('sandbox', async () => {
      throw new Error('bubblewrap is missing');
    });
    const { code, body } = await ready();
    expect(code).toBe(503);
    expect(body.status).toBe('not-ready');
    expect(body.parts[1]).toMatchObject({ state: 'failed', detail: 'bubblewrap is missing' });
  });

  it('does not wait for a part that hangs', async () => {
    const { health, ready } = build();
    health.register('stuck', () => new Promise(() => {}));
    const { code, body } = await ready();
    expect(code).toBe(503);
    expect(body.parts[0].detail).toBe('No answer within 50 ms');
  });

  it('is alive but not ready while it stops', async () => {
    const { health, app, ready } = build();
    health.stop();
    expect(await ready()).toEqual({ code: 503, body: { status: 'stopping', parts: [] } });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});
