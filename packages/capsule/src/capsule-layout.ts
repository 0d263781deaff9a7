/** Where things are in a capsule; docs/capsule-format.md explains each. */
export const CODE_PREFIX = 'code/';
export const MANIFEST_PATH = 'manifest.json';
export const EVIDENCE_PATH = 'evidence.json';
export const ORIGIN_PATH = 'origin.json';
export const SBOM_PATH = 'sbom.cdx.json';
export const PROVENANCE_PATH = 'provenance.json';
export const BUNDLE_PATH = 'bundle.sigstore.json';

export function logPathOf(checkId: string): string {
  return `evidence/${checkId}.log`;
}

/** The one way JSON is written into a capsule. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
