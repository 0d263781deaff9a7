/** The stages by key, as people call them; a change of an app has two more. */
export const stageNames: Record<string, string> = {
  parse: 'Reading',
  design: 'Design',
  code: 'Code',
  tests: 'Tests',
  merge: 'Merge',
  quality: 'Evidence',
  capsule: 'Capsule',
  preview: 'Preview',
};

/** The name of what a stage leaves; its key for one that is not known here. */
export function nameOfStage(key: string): string {
  return stageNames[key] ?? key;
}
