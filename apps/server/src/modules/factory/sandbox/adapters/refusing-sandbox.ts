import type { SandboxUnavailable } from '../domain/sandbox-errors.ts';
import type { Sandbox } from '../ports.ts';

/** Stands where no driver works: the factory runs, reads and designs, and refuses to execute generated code. */
export function createRefusingSandbox(reason: SandboxUnavailable): Sandbox {
  return {
    describe() {
      throw reason;
    },
    run: () => Promise.reject(reason),
    start: () => Promise.reject(reason),
    collectOrphans: async () => 0,
  };
}
