import { z } from 'zod';
import { Problem } from './problem.ts';

/** The record has changed since it was read; the answer says which version it has now. */
class VersionStale extends Problem {
  readonly version: number;

  constructor(version: number) {
    super(412, 'version-stale', `The record has changed since; its version is ${version} now.`);
    this.version = version;
  }
}

/** Of a route that changes one record. */
export const ifMatchHeaders = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .describe('The `ETag` of the record that the change is based on; 428 without it'),
});

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The versions that a change may be based on. Any version (`*`) is none: it would overwrite what nobody has seen. */
export function versionsOf(headers: z.output<typeof ifMatchHeaders>): number[] {
  const tags = headers['if-match']?.trim() ?? '';
  if (tags === '' || tags === '*') {
    const detail = 'Name the version that the change is based on, by If-Match with its ETag.';
    throw new Problem(428, 'version-needed', detail);
  }
  return tags.split(',').flatMap((tag) => {
    const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(tag) ?? [];
    return version === undefined ? [] : [Number(version)];
  });
}

/** Lets only a change of one of these versions pass. */
export function expectVersion(current: number, versions: readonly number[]): void {
  if (!versions.includes(current)) throw new VersionStale(current);
}
