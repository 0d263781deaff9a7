import type { GeneratedFile, RunChange, RunReading } from '@quantumlayer/contracts';
import { editByHand, followOn, goBack, type NextVersion, type Stack } from '@quantumlayer/stacks';
import { titleOfChange } from './domain/title-of-change.ts';
import type { AppVersions, EditedCode, StoredVersion } from './ports.ts';

/** Where versions and code that people handed in come from. */
export type VersionSources = { versions: AppVersions; edits: EditedCode };

type Plan = {
  organisationId: string;
  projectId: string;
  stack: Stack;
  change: RunChange;
  prompt: string;
  reading: RunReading;
  /** What the stack generates from the next blueprint; not asked for where code comes from elsewhere. */
  generate: () => readonly GeneratedFile[];
};

/** The files of the next version with what it takes to get there, from the version that a run starts from. */
export async function planVersion(
  { versions, edits }: VersionSources,
  { organisationId, projectId, stack, change, ...plan }: Plan,
): Promise<{ base: StoredVersion; next: NextVersion }> {
  const base = await versions.open(organisationId, projectId, change.base);
  const { blueprint, followUp } = plan.reading;
  const title = titleOfChange(change.kind, plan.prompt, followUp?.changes ?? []);
  const renames = new Map(Object.entries(followUp?.renames ?? {}));
  const values = new Map(Object.entries(followUp?.values ?? {}));
  const step = { blueprint, title, renames, values };
  if (change.kind === 'hand-edit' && change.code !== undefined)
    return { base, next: editByHand(stack, base, await edits.get(change.code)) };
  if (change.kind === 'restore' && change.restored !== undefined) {
    const earlier = await versions.open(organisationId, projectId, change.restored);
    return { base, next: goBack(stack, base, earlier, step) };
  }
  return { base, next: followOn(stack, base, step, plan.generate()) };
}
