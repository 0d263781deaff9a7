/** The PostgreSQL server to test on besides the embedded database; set it as `npm test` is started. */
export function testDatabaseUrl(): string | undefined {
  return process.env.TEST_DATABASE_URL || undefined;
}
