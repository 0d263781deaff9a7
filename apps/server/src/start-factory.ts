import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/database.ts';
import { createLifecycle, type Lifecycle } from '#platform/lifecycle.ts';
import { createLogger } from '#platform/logger.ts';
import { migrate } from '#platform/migrate.ts';
import { startPeriodic } from '#platform/periodic.ts';
import { announceLink } from './announce-link.ts';
import { buildApp, type Services } from './app.ts';
import { compose } from './compose.ts';
import { untilIdle } from './exit-when-idle.ts';
import { migrations } from './migrations.ts';
import type { RunnerHooks } from './runner-hooks.ts';
import { removeServerFile, writeServerFile } from './server-file.ts';

const PRUNE_EVERY_MS = 3_600_000;
const IDLE_GRACE_MS = 60_000;
const IDLE_CHECK_MS = 5_000;

/** Starts everything and returns when it listens. Signals end it, draining. */
export async function startFactory(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
  hooks: RunnerHooks = {},
): Promise<void> {
  const logger = createLogger(config);
  const lifecycle = createLifecycle({ logger, limitMs: config.SHUTDOWN_SECONDS * 1000 });
  lifecycle.handleSignals();
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const handle = await openDatabase(config.DATABASE_URL ?? join(config.DATA_DIR, 'database'), {
    onConnectionError: (error) => logger.error({ err: error }, 'database connection lost'),
  });
  lifecycle.onStop('database', handle.close);
  const applied = await migrate(handle, migrations);
  if (applied.length > 0) logger.info({ applied }, 'database migrated');

  const services = await compose({ config, logger, handle, lifecycle, environment, hooks });
  lifecycle.onStop(
    'housekeeping',
    startPeriodic(
      () => prune(services),
      PRUNE_EVERY_MS,
      (error) => logger.error({ err: error }, 'what has expired could not be pruned'),
    ),
  );
  const app = await buildApp(services);
  services.previews.attach(app.server);
  await app.listen({ host: config.HOST, port: config.PORT });
  lifecycle.onStop('http', () => app.close());
  lifecycle.onStop('health', () => services.health.stop());
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT;
  const url = urlOf(config.HOST, port);
  services.previews.setOrigin(url);
  services.identity.sessions.setOrigin(url);
  await writeServerFile(config.DATA_DIR, url);
  lifecycle.onStop('server file', () => removeServerFile(config.DATA_DIR));
  logger.info({ url }, 'the factory is open');
  if (config.QL_EXIT_WHEN_IDLE) {
    void stopWhenIdle(services, lifecycle);
  } else {
    const { identity } = services;
    await announceLink({ identity, config, environment, stdout: process.stdout });
  }
}

async function prune({ idempotency, identity }: Services): Promise<void> {
  await idempotency.prune();
  await identity.sessions.prune();
}

/** A server that was started for a single command ends when there is nothing left to do. */
async function stopWhenIdle(services: Services, lifecycle: Lifecycle): Promise<void> {
  const { runs, previews, identity } = services;
  const isIdle = async () =>
    !(await runs.hasActive()) &&
    !(await previews.hasActive()) &&
    !(await identity.sessions.hasVisitors());
  const signal = lifecycle.stopping;
  if (await untilIdle({ isIdle, graceMs: IDLE_GRACE_MS, everyMs: IDLE_CHECK_MS, signal })) {
    process.exit(await lifecycle.stop('idle'));
  }
}

/** A wildcard address is reached over loopback from this machine. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
