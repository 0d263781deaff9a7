import { readUploadedCode, takeBlueprintFile } from '@quantumlayer/capsule';
import type { GeneratedFile, RunChange } from '@quantumlayer/contracts';
import { withoutBuilt } from '@quantumlayer/stacks';
import { knownStack } from './domain/known-stack.ts';
import { BlueprintFileChanged, NothingChanged, SchemaChanged } from './domain/pipeline-errors.ts';
import type { AppVersions, StoredVersion } from './ports.ts';

type Dependencies = {
  versions: Pick<AppVersions, 'open'>;
  /** Keeps bytes and answers their digest. */
  put: (content: Uint8Array) => Promise<string>;
};

type Edits = { organisationId: string; projectId: string; base: string; archive: Buffer };

/**
 * Takes code that people made of a version, as a zip or a git bundle, and keeps it for the run that makes a version of
 * it. Throws `UploadInvalid`, `SchemaChanged`, `BlueprintFileChanged`, `NothingChanged` and what `AppVersions` throws.
 */
export function createEditTaker({ versions, put }: Dependencies) {
  return async ({ organisationId, projectId, base, archive }: Edits): Promise<RunChange> => {
    const version = await versions.open(organisationId, projectId, base);
    const stack = knownStack(version.stackId);
    const returned = takeBlueprintFile(await readUploadedCode(archive), version);
    if (returned.isChanged) throw new BlueprintFileChanged();
    const files = withoutBuilt(stack, returned.code);
    refuseSchema(version, files);
    if (changedPaths(version.code, files).length === 0) throw new NothingChanged([]);
    const code = await put(Buffer.from(JSON.stringify(files)));
    return { base, kind: 'hand-edit', code, renames: {}, values: {} };
  };
}

/** What the database is comes from the blueprint: else the next migration would start from something that is not there. */
function refuseSchema({ stackId, generated }: StoredVersion, files: readonly GeneratedFile[]) {
  const { isSchemaFile } = knownStack(stackId);
  const ofSchema = (list: readonly GeneratedFile[]) =>
    list.filter(({ path }) => isSchemaFile(path));
  const paths = changedPaths(ofSchema(generated), ofSchema(files));
  if (paths.length > 0) throw new SchemaChanged(paths);
}

function changedPaths(before: readonly GeneratedFile[], after: readonly GeneratedFile[]): string[] {
  const old = new Map(before.map(({ path, content }) => [path, content]));
  const next = new Map(after.map(({ path, content }) => [path, content]));
  const paths = new Set([...old.keys(), ...next.keys()]);
  return [...paths].filter((path) => old.get(path) !== next.get(path)).toSorted();
}
