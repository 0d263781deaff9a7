export { takeBlueprintFile } from './blueprint-file.ts';
export { bundleCode } from './bundle-code.ts';
export * from './capsule-errors.ts';
export { codeDigestOf } from './code-digest.ts';
export { digestOf, digestOfJson } from './digest.ts';
export { type PackedCapsule, packCapsule } from './pack-capsule.ts';
export type { Materials, PackInput } from './pack-input.ts';
export { type CapsulePart, readCapsuleParts } from './read-parts.ts';
export { readUploadedCode } from './read-upload.ts';
export { type CapsuleVersion, readCapsuleVersion } from './read-version.ts';
export {
  type CapsuleSigner,
  createCapsuleSigner,
  createSigningKey,
  keyIdOf,
  type SigningKey,
} from './signing-key.ts';
export { unpackCode } from './unpack-code.ts';
export { verifyCapsule } from './verify-capsule.ts';
export { zipCode } from './zip-code.ts';
export { zipFolder } from './zip-folder.ts';
