export { copyIn } from './adapters/copy-in.ts';
export { copyOut } from './adapters/copy-out.ts';
export { createSandbox, type DriverName, type SandboxOptions } from './adapters/create-sandbox.ts';
export { inspectSandbox, type SandboxInspection } from './adapters/inspect-sandbox.ts';
export { type InnerSocket, openSocket } from './adapters/open-socket.ts';
export { createRefusingSandbox } from './adapters/refusing-sandbox.ts';
export { SandboxUnavailable } from './domain/sandbox-errors.ts';
export type {
  Sandbox,
  SandboxHooks,
  SandboxLimits,
  SandboxMount,
  SandboxProcess,
  SandboxResult,
  SandboxSpec,
  StopReason,
} from './ports.ts';
