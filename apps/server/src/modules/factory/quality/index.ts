export {
  createQualityGate,
  type DependencySetOptions,
  ensureDependencySet,
  type QualityGateOptions,
} from './adapters/create-quality-gate.ts';
export { createUnixAppClient } from './adapters/unix-app-client.ts';
export type { AppClient, DependencySet } from './ports.ts';
export type { GateVerdict, QualityGate } from './quality-gate.ts';
export { type Credentials, createCredentials } from './sign-in-people.ts';
export { type ReadyApp, waitForApp } from './wait-for-app.ts';
