/** In what a capsule can be taken away. */
export const capsuleForms = [
  { format: 'tar.gz', name: 'Capsule', text: 'code and evidence, signed' },
  { format: 'zip', name: 'Zip', text: 'the code alone' },
  { format: 'git', name: 'Git bundle', text: 'a repository: git clone FILE' },
] as const;

export type CapsuleForm = (typeof capsuleForms)[number]['format'];

export function downloadUrl(capsuleId: string, format: CapsuleForm): string {
  return `/api/v1/capsules/${capsuleId}/download?format=${format}`;
}
