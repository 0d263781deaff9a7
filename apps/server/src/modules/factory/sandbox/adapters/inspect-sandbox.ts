import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Isolation } from '@quantumlayer/contracts';
import {
  type DriverName,
  INSTALL_COMMAND,
  type SandboxOptions,
  tryDriver,
} from './create-sandbox.ts';
import { findLimitMechanism } from './find-limits.ts';

/** What this machine has for running generated code, from real trials. */
export type SandboxInspection = {
  drivers: { name: DriverName; works: boolean; reason: string | null; weaknesses: string[] }[];
  limits: Isolation['limits'];
  /** What is missing, each with the command or step that mends it; empty when all is well. */
  missing: { what: string; mend: string }[];
};

export async function inspectSandbox(
  options: Pick<SandboxOptions, 'nodePath' | 'logger'>,
): Promise<SandboxInspection> {
  const stateFolder = join(tmpdir(), `sandbox-inspection-${randomUUID()}`);
  try {
    const limits = (await findLimitMechanism()).kind;
    const drivers = [];
    for (const name of ['bubblewrap', 'namespaces'] as const) {
      const { sandbox, reason } = await tryDriver(name, { ...options, driver: name, stateFolder });
      const weaknesses = sandbox?.describe().weaknesses ?? [];
      drivers.push({ name, works: sandbox !== null, reason, weaknesses });
    }
    return { drivers, limits, missing: listMissing(drivers, limits) };
  } finally {
    await rm(stateFolder, { recursive: true, force: true });
  }
}

function listMissing(
  drivers: SandboxInspection['drivers'],
  limits: Isolation['limits'],
): SandboxInspection['missing'] {
  const [bubblewrap] = drivers;
  return [
    ...(bubblewrap?.works
      ? []
      : [{ what: `bubblewrap (${bubblewrap?.reason})`, mend: INSTALL_COMMAND }]),
    ...(drivers.some(({ works }) => works)
      ? []
      : [
          {
            what: 'any way to isolate programs',
            mend: 'run as root, or allow user namespaces: sysctl -w user.max_user_namespaces=15000',
          },
        ]),
    ...(limits === 'rlimits'
      ? [
          {
            what: 'writable control groups: limits are watched, not enforced by the kernel',
            mend: 'run as root with cgroup v1 or v2 mounted at /sys/fs/cgroup',
          },
        ]
      : []),
  ];
}
