// @if attempts
import { type Attempts, createAttempts } from './accounts/attempts.ts';
// @end
// @if hashing
import { createPasswordHasher, type PasswordHasher } from './accounts/password-hash.ts';
// @end
// @if accounts
import { createSessions, type Sessions } from './accounts/sessions.ts';
// @end
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createRecords, type Records } from './records/records.ts';
import type { Resource } from './records/resource.ts';

/** What operations work with. */
export type Services = {
  config: Config;
  database: Database;
  records(resource: Resource): Records;
  /** The same services inside one transaction. */
  inTransaction<Result>(work: (services: Services) => Promise<Result>): Promise<Result>;
  // @if hashing
  hasher: PasswordHasher;
  // @end
  // @if accounts
  sessions: Sessions;
  // @end
  // @if attempts
  attempts: Attempts;
  // @end
};

export function createServices(database: Database, config: Config): Services {
  // @if hashing
  return servicesOn(database, config, createPasswordHasher(config.PASSWORD_COST));
}

function servicesOn(database: Database, config: Config, hasher: PasswordHasher): Services {
  // @end
  const known = new Map<Resource, Records>();
  return {
    config,
    database,
    records(resource) {
      const records = known.get(resource) ?? createRecords(database, resource);
      known.set(resource, records);
      return records;
    },
    // @if hashing
    inTransaction: (work) =>
      database.transaction((inside) => work(servicesOn(inside, config, hasher))),
    hasher,
    // @end
    // @if accounts
    sessions: createSessions(database),
    // @end
    // @if attempts
    attempts: createAttempts(database),
    // @end
    // @if !hashing
    inTransaction: (work) => database.transaction((inside) => work(createServices(inside, config))),
    // @end
  };
}
