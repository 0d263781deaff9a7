import type { StepHandler } from '#modules/factory/workflows/index.ts';
import { designVersion } from '../design-version.ts';
import { countOf } from '../domain/count-of.ts';
import { pipelineInputSchema, readingOutputSchema } from '../domain/stage-outputs.ts';
import type { VersionSources } from '../plan-version.ts';

/** Stage 2: stack, modules, tables, endpoints and decisions for the blueprint; and what changes, where a version was there. */
export function designArchitecture(sources: VersionSources): StepHandler {
  return async ({ organisationId, inputs, progress }) => {
    const run = pipelineInputSchema.parse(inputs.run);
    const reading = readingOutputSchema.parse(inputs.reading);
    const output = await designVersion(sources, { organisationId, run, reading });
    const { tables, endpoints } = output.design;
    const parts = [countOf(tables.length, 'table'), countOf(endpoints.length, 'endpoint')];
    if (output.changes) parts.push(`${countOf(output.changes.code.files.length, 'file')} change`);
    progress(parts.join(', '));
    return output;
  };
}
