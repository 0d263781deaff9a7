import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Bind } from '../domain/mount-steps.ts';
import { assembleSeccompFilter } from '../domain/seccomp-filter.ts';
import type { Driver } from './driver.ts';
import { thisMachine } from './entry-file.ts';
import type { LimitMechanism } from './limit-group.ts';
import { identifyProcess, type ProcessIdentity } from './process-identity.ts';
import { runtimeBinds } from './resolve-mounts.ts';
import { createRunRecords, type RunRecords } from './run-records.ts';
import { buildRuntime } from './runtime.ts';
import { createSharedDisks, type SharedDisks } from './shared-disks.ts';

export type SandboxParts = {
  driver: Driver;
  limits: LimitMechanism;
  stateFolder: string;
  nodePath: string;
  logger: Logger;
};

/** All that stays the same from run to run. */
export type Workbench = Omit<SandboxParts, 'nodePath'> & {
  records: RunRecords;
  disks: SharedDisks;
  /** Writable folders get a sized area of their own; otherwise their size is only watched. */
  hasDisks: boolean;
  runtime: readonly Bind[];
  filter: Buffer;
  filterPath: string;
  owner: ProcessIdentity;
  nextName(): string;
};

export async function setUpWorkbench(parts: SandboxParts): Promise<Workbench> {
  const { driver, limits, logger } = parts;
  mkdirSync(parts.stateFolder, { recursive: true, mode: 0o700 });
  const stateFolder = realpathSync(parts.stateFolder);
  const filter = assembleSeccompFilter(thisMachine());
  const filterPath = join(stateFolder, `seccomp-${process.arch}.bpf`);
  writeFileSync(filterPath, filter, { mode: 0o600 });
  const owner = identifyProcess(process.pid) ?? { pid: process.pid, startTick: 0 };
  return {
    driver,
    limits,
    logger,
    stateFolder,
    records: createRunRecords(stateFolder),
    disks: createSharedDisks(),
    hasDisks: driver.sandboxed && process.getuid?.() === 0,
    runtime: driver.sandboxed ? await bindRuntime(stateFolder, parts.nodePath) : [],
    filter,
    filterPath,
    owner,
    nextName: nameRuns(stateFolder, owner),
  };
}

async function bindRuntime(stateFolder: string, nodePath: string): Promise<Bind[]> {
  const node = realpathSync(nodePath);
  return runtimeBinds(await buildRuntime(stateFolder, node), node);
}

let count = 0;

/** Names also tell apart two installations on one machine, since control groups have one name space. */
function nameRuns(stateFolder: string, { pid, startTick }: ProcessIdentity): () => string {
  const installation = createHash('sha256').update(stateFolder).digest('hex').slice(0, 8);
  return () => {
    count += 1;
    return `${installation}-${pid}-${startTick}-${count}`;
  };
}
