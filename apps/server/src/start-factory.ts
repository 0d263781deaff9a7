import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/database.ts';
import { createLifecycle, type Lifecycle } from '#platform/lifecycle.ts';
import { createLogger } from '#platform/logger.ts';
import { migrate } from '#platform/migrate.ts';
import { startPeriodic } from '#platform/periodic.ts';
import { watchParent } from '#platform/watch-parent.ts';
import { announceLink } from './announce-link.ts';
import { buildApp, type Services } from './app.ts';
import { compose } from './compose.ts';
import { untilIdle } from './exit-when-idle.ts';
import { migrations } from './migrations.ts';
import type { RunnerHooks } from './runner-hooks.ts';
import { removeServerFile, writeServerFile } from './server-file.ts';
import { waitForFolder } from './wait-for-folder.ts';
import { openWebUi } from './web-ui.ts';

const PRUNE_EVERY_MS = 3_600_000;
/** Whoever has opened the first page may look at the machine next; the start itself is not made slower. */
const LOOK_AROUND_AFTER_MS = 5_000;
const IDLE_GRACE_MS = 60_000;
const IDLE_CHECK_MS = 5_000;
const ORPHAN_LIMIT_MS = 2_000;

/** Starts everything and returns when it listens. Signals end it, draining. */
export async function startFactory(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
  hooks: RunnerHooks = {},
): Promise<void> {
  const logger = createLogger(config);
  const lifecycle = createLifecycle({ logger, limitMs: config.SHUTDOWN_SECONDS * 1000 });
  lifecycle.handleSignals();
  if (isScript(config, environment)) stopWithParent(lifecycle);
  await mkdir(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const handle = await waitForFolder(() =>
    openDatabase(config.DATABASE_URL ?? join(config.DATA_DIR, 'database'), {
      onConnectionError: (error) => logger.error({ err: error }, 'database connection lost'),
    }),
  );
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
  const webUi = await openWebUi(config, logger);
  if (webUi !== null) lifecycle.onStop('web UI', webUi.close);
  const app = await buildApp(services, webUi?.routes);
  services.previews.attach(app.server);
  await app.listen({ host: config.HOST, port: config.PORT });
  lifecycle.onStop('http', () => app.close());
  lifecycle.onStop('health', () => services.health.stop());
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT;
  const url = urlOf(config.HOST, port);
  services.previews.setOrigin(url);
  webUi?.setApiUrl(url);
  services.identity.sessions.setOrigin(url);
  await writeServerFile(config.DATA_DIR, url);
  lifecycle.onStop('server file', () => removeServerFile(config.DATA_DIR));
  logger.info({ url }, 'the factory is open');
  setTimeout(() => void lookAround(services), LOOK_AROUND_AFTER_MS).unref();
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

/** What the machine has is known before somebody asks. */
async function lookAround({ system, logger }: Services): Promise<void> {
  await system.read().catch((error: unknown) => {
    logger.error({ err: error }, 'the machine could not be looked at');
  });
}

/** A server that was started for a single command ends when there is nothing left to do. */
async function stopWhenIdle({ runs, previews }: Services, lifecycle: Lifecycle): Promise<void> {
  const isIdle = async () => !(await runs.hasActive()) && !(await previews.hasActive());
  const signal = lifecycle.stopping;
  if (await untilIdle({ isIdle, graceMs: IDLE_GRACE_MS, everyMs: IDLE_CHECK_MS, signal })) {
    process.exit(await lifecycle.stop('idle'));
  }
}

/** Whether `npm start` runs this process; a server of `ql` outlives its command. */
function isScript(config: Config, environment: Readonly<Record<string, string | undefined>>) {
  return environment.npm_lifecycle_event === 'start' && !config.QL_EXIT_WHEN_IDLE;
}

/** Quickly, since whoever killed npm may start the next server right away; what runs goes on there. */
function stopWithParent(lifecycle: Lifecycle): void {
  watchParent(async () => {
    const code = await Promise.race([lifecycle.stop('npm has ended'), delay(ORPHAN_LIMIT_MS, 1)]);
    process.exit(code);
  });
}

/** A wildcard address is reached over loopback from this machine. */
function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
