import { z } from 'zod';
import { changeKinds } from './drop-diff.ts';
import { digest } from './evidence.ts';
import { capsuleSchema } from './resources.ts';
import { versionChangeSchema } from './version-change.ts';

export const CAPSULE_MEDIA_TYPE = 'application/vnd.quantumlayer.capsule.v1+tar.gz';

/** `manifest.json` of a capsule: every other file of the archive with its digest. */
export const capsuleManifestSchema = z
  .strictObject({
    schema: z.literal('https://quantumlayer.dev/schemas/capsule-manifest/v1'),
    name: z.string(),
    runId: z.string(),
    stack: z.strictObject({ id: z.string(), version: z.string() }),
    /** Digest over the sorted list of code paths and their digests; equal code, equal digest. */
    codeDigest: digest,
    files: z.array(z.strictObject({ path: z.string(), digest, size: z.int(), mode: z.int() })),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'CapsuleManifest' });
export type CapsuleManifest = z.infer<typeof capsuleManifestSchema>;

/** The answer of `verify`: every statement that was checked and how it ended. */
export const capsuleVerificationSchema = z
  .strictObject({
    verified: z.boolean(),
    digest: digest.nullable(),
    keyId: z.string().nullable(),
    statements: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'CapsuleVerification' });
export type CapsuleVerification = z.infer<typeof capsuleVerificationSchema>;

export const capsulePartKinds = [
  'code',
  'log',
  'manifest',
  'evidence',
  'origin',
  'sbom',
  'provenance',
  'bundle',
] as const;

/** A file of a capsule. */
export const capsulePartSchema = z
  .strictObject({
    path: z.string(),
    kind: z.enum(capsulePartKinds),
    /** Bytes of the content. */
    size: z.int(),
    digest,
    executable: z.boolean(),
  })
  .meta({ id: 'CapsulePart' });
export type CapsulePart = z.infer<typeof capsulePartSchema>;

/** A capsule as a version of its project's software; `number` counts from 1 within the project. */
export const softwareVersionSchema = capsuleSchema
  .extend({
    number: z.int(),
    /** Null for versions from before this was told. */
    change: versionChangeSchema.nullable(),
  })
  .meta({ id: 'SoftwareVersion' });
export type SoftwareVersion = z.infer<typeof softwareVersionSchema>;

/** What differs in the code of two capsules. */
export const capsuleDiffSchema = z
  .strictObject({
    from: capsuleSchema,
    to: capsuleSchema,
    /** Whether the code of both is the same. */
    identical: z.boolean(),
    /** Files that differ, by path; `patch` is a unified diff, null when it would be too large. */
    files: z.array(
      z.strictObject({ path: z.string(), kind: z.enum(changeKinds), patch: z.string().nullable() }),
    ),
    /** True when something was left out because there is too much of it. */
    truncated: z.boolean(),
  })
  .meta({ id: 'CapsuleDiff' });
export type CapsuleDiff = z.infer<typeof capsuleDiffSchema>;
