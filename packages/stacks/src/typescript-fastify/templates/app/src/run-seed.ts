import { readConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { seed } from './seed.ts';

const { database, close } = await openDatabase(readConfig(process.env));
try {
  await migrate(database);
  await seed(database);
} finally {
  await close();
}
