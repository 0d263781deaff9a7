import type { SandboxResult } from '#modules/factory/sandbox/index.ts';

/** What a program took, as figures: what the machine cannot count is left out. */
export function usageOf({ peakMemoryBytes, cpuMs }: SandboxResult): Record<string, number> {
  return {
    ...(peakMemoryBytes !== null && { peakMemoryBytes }),
    ...(cpuMs !== null && { cpuMs: Math.round(cpuMs) }),
  };
}
