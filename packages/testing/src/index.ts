export {
  connectFactory,
  type FactoryConnection,
  type FactoryProcess,
  liveOut,
  readKey,
  startFactory,
} from './factory-process.ts';
export { createFakeClock, type FakeClock } from './fake-clock.ts';
export { createIdCounter } from './id-counter.ts';
export { readEvents } from './read-events.ts';
export * from './seed-rows.ts';
export { startTalkingProcess } from './talking-process.ts';
export { testDatabaseUrl } from './test-database-url.ts';
