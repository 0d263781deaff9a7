export { createSandbox, type SandboxOptions } from './adapters/create-sandbox.ts';
export { DEFAULT_LIMITS } from './domain/limits.ts';
export * from './domain/sandbox-errors.ts';
export type * from './ports.ts';
