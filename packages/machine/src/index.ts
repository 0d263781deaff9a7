export type { Finding, FindingStatus } from './finding.ts';
export {
  findDataFolder,
  findDisk,
  findMemory,
  findNode,
  findOptionalPrograms,
  findPort,
} from './machine-findings.ts';
export { findSandbox } from './sandbox-findings.ts';
export { showSize } from './show-size.ts';
