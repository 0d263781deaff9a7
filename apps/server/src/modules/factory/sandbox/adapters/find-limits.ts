import { readFileSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { createCgroupV1, findHierarchies } from './cgroup-v1.ts';
import { createCgroupV2, findUnified } from './cgroup-v2.ts';
import { hasCode } from './has-code.ts';
import { type LimitMechanism, noGroups } from './limit-group.ts';

const REFUSALS = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'EOPNOTSUPP', 'EINVAL'];

/** The strongest mechanism that really lets a group be made here. */
export async function findLimitMechanism(): Promise<LimitMechanism> {
  const mounts = readFileSync('/proc/self/mounts', 'utf8');
  const unified = findUnified(mounts);
  const candidates = [
    unified === null ? null : createCgroupV2(unified),
    createCgroupV1(findHierarchies(mounts)),
  ];
  for (const candidate of candidates) {
    if (candidate !== null && (await works(candidate))) return candidate;
  }
  return noGroups;
}

async function works(mechanism: LimitMechanism): Promise<boolean> {
  const name = `probe-${process.pid}-${process.hrtime.bigint()}`;
  try {
    await mechanism.create(name, DEFAULT_LIMITS).remove();
    return true;
  } catch (error) {
    if (!REFUSALS.some((code) => hasCode(error, code))) throw error;
    await mechanism.open(name).remove();
    return false;
  }
}
