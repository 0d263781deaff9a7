import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { seed } from './seed.ts';
import { onStop } from './stop-signals.ts';

async function start(config: Config): Promise<void> {
  const { database, close } = await openDatabase(config);
  await migrate(database);
  if (config.SEED) await seed(database);

// @if plain
  const app = await buildApp({ database, logLevel: config.LOG_LEVEL });
// @end
// @if passwordsAlone
  const app = await buildApp({
    database,
    logLevel: config.LOG_LEVEL,
    passwordCost: config.PASSWORD_COST,
  });
// @end
// @if people
  const app = await buildApp({ database, config });
// @end
  app.addHook('onClose', close);
  onStop(config.npm_lifecycle_event === 'start', (reason) => {
    app.log.info({ reason }, 'stopping');
    void app.close();
  });
  await app.listen(
    config.SOCKET ? { path: config.SOCKET } : { host: config.HOST, port: config.PORT },
  );
}

await start(readConfig(process.env));
