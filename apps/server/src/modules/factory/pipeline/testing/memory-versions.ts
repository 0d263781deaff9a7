import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { generateApp } from '@quantumlayer/stacks';
import { knownStack } from '../domain/known-stack.ts';
import type { VersionSources } from '../plan-version.ts';
import type { StoredVersion } from '../ports.ts';

const STACK = 'typescript-fastify';

/** A version as a run would have made it, with what people did to its files. */
export function versionOf(
  capsuleId: string,
  blueprint: Blueprint,
  edit: (file: GeneratedFile) => GeneratedFile = (file) => file,
): StoredVersion {
  const generated = generateApp(knownStack(STACK), blueprint);
  const digest = `sha256:${Buffer.from(capsuleId).toString('hex').padEnd(64, '0')}`;
  return { capsuleId, digest, stackId: STACK, blueprint, generated, code: generated.map(edit) };
}

/** The versions of every project, and the code that people handed in by its digest. */
export function createMemoryVersions(
  versions: readonly StoredVersion[] = [],
  edited: Readonly<Record<string, GeneratedFile[]>> = {},
): VersionSources {
  return {
    versions: {
      async open(_organisationId, _projectId, id) {
        const version = versions.find(({ capsuleId }) => capsuleId === id);
        if (version === undefined) throw new Error(`no version ${id}`);
        return version;
      },
      steps: async () => [],
      newestId: async (_organisationId, _projectId, id) => versions.at(-1)?.capsuleId ?? id,
    },
    edits: { get: async (digest) => edited[digest] ?? [] },
  };
}
