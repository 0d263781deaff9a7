import { isDeepStrictEqual } from 'node:util';
import type { Blueprint, CapsuleOrigin, GeneratedFile } from '@quantumlayer/contracts';
import { formatJson } from './capsule-layout.ts';

/** Where a repository of an app has its blueprint: beside the code, and no part of it. */
export const BLUEPRINT_FILE = 'docs/blueprint.json';

/** The blueprint as that file; null in capsules that hold none, and where the app has a file of its own in that place. */
export function blueprintFileOf(
  origin: CapsuleOrigin | null,
  paths: readonly string[],
): Buffer | null {
  if (origin === null || paths.includes(BLUEPRINT_FILE)) return null;
  return Buffer.from(formatJson(origin.blueprint));
}

type Returned = {
  code: GeneratedFile[];
  /** Whether the file is there and says something else. */
  isChanged: boolean;
};

/** Takes the blueprint out of code that came back from a repository of the version. */
export function takeBlueprintFile(
  files: readonly GeneratedFile[],
  version: { code: readonly GeneratedFile[]; blueprint: Blueprint },
): Returned {
  const isBlueprint = ({ path }: { path: string }) => path === BLUEPRINT_FILE;
  const file = version.code.some(isBlueprint) ? undefined : files.find(isBlueprint);
  if (file === undefined) return { code: [...files], isChanged: false };
  return {
    code: files.filter((each) => each !== file),
    isChanged: !isDeepStrictEqual(parse(file.content), parse(formatJson(version.blueprint))),
  };
}

/** What is no JSON equals no blueprint. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
