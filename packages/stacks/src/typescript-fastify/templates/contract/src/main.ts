import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
// @if admins
import { makeFirstAdmin } from './accounts/first-admin.ts';
// @end
import { onStop } from './stop-signals.ts';

async function start(config: Config): Promise<void> {
  const { database, close } = await openDatabase(config);
  await migrate(database);
  // @if admins
  await makeFirstAdmin(database, config);
  // @end
  const app = await buildApp({ database, config });
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
