import type { CapsuleOrigin, Evidence, GeneratedFile } from '@quantumlayer/contracts';

/** Everything a capsule is made of. Nothing else goes in: no clock, no environment, no randomness. */
export type PackInput = {
  /** kebab-case name of the app. */
  name: string;
  runId: string;
  stack: { id: string; version: string };
  files: readonly GeneratedFile[];
  evidence: Evidence;
  /** The whole output of each check of the evidence, by check id; its digest must be the `outputDigest`. */
  logs: Readonly<Partial<Record<string, string | Uint8Array>>>;
  materials: Materials;
  /** What the next version is made from. */
  origin?: CapsuleOrigin;
  builder: { id: string; version: string };
  /** RFC 3339 instant, UTC. */
  createdAt: string;
};

/** Digests of what the code was made from. The lock file is found among the files. */
export type Materials = { prompt: string; blueprint: string; document?: string };

/** Where npm stacks keep the exact dependencies. */
export const LOCK_PATH = 'package-lock.json';
