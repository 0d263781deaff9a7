import { type Evidence, evidenceSchema } from '@quantumlayer/contracts';
import { z } from 'zod';

/** What a list shows of a run besides its status; each figure comes from the output of the stage that made it. */
export type RunHighlights = {
  readonly title: string | null;
  readonly testsPassed: number | null;
  readonly testsFailed: number | null;
  readonly capsuleId: string | null;
  readonly previewId: string | null;
};

export const noHighlights: RunHighlights = {
  title: null,
  testsPassed: null,
  testsFailed: null,
  capsuleId: null,
  previewId: null,
};

const outputSchema = z.object({
  blueprint: z.object({ title: z.string() }).optional().catch(undefined),
  evidence: evidenceSchema.optional().catch(undefined),
  capsuleId: z.string().optional().catch(undefined),
  previewId: z.string().optional().catch(undefined),
});

/** The stages whose output holds a highlight; the others can be large and are not read. */
const telling: ReadonlySet<string> = new Set(['parse', 'design', 'quality', 'capsule', 'preview']);

export function hasHighlights(stage: string): boolean {
  return telling.has(stage);
}

/** The highlights that the output of a stage, or the details of its failure, add. */
export function highlightsOf(output: unknown): Partial<RunHighlights> {
  const { blueprint, evidence, capsuleId, previewId } = outputSchema.safeParse(output).data ?? {};
  return {
    ...(blueprint !== undefined && { title: blueprint.title }),
    ...(evidence !== undefined && figuresOf(evidence)),
    ...(capsuleId !== undefined && { capsuleId }),
    ...(previewId !== undefined && { previewId }),
  };
}

/** Tests that were not executed have no figures, however the evidence counts them. */
function figuresOf({ checks, tests }: Evidence) {
  const isSkipped = checks.find(({ id }) => id === 'tests')?.status === 'skipped';
  return isSkipped
    ? { testsPassed: null, testsFailed: null }
    : { testsPassed: tests.passed, testsFailed: tests.failed };
}

const { title: _title, ...allButTitle } = noHighlights;
const { previewId, capsuleId } = noHighlights;
const forgotten: Readonly<Record<string, Partial<RunHighlights>>> = {
  preview: { previewId },
  capsule: { previewId, capsuleId },
};

/** What a retry from `stage` makes untrue: everything that the stage, or one behind it, had said. */
export function forgetHighlights(stage: string): Partial<RunHighlights> {
  return forgotten[stage] ?? allButTitle;
}
