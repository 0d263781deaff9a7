import { z } from 'zod';

/** Output of the stage "design architecture". */
export const designSchema = z
  .strictObject({
    stack: z.strictObject({ id: z.string(), version: z.string(), title: z.string() }),
    modules: z.array(z.strictObject({ name: z.string(), purpose: z.string(), files: z.int() })),
    tables: z.array(
      z.strictObject({
        name: z.string(),
        columns: z.array(
          z.strictObject({
            name: z.string(),
            type: z.string(),
            nullable: z.boolean(),
            unique: z.boolean(),
            references: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** Mermaid `erDiagram` text. */
    diagram: z.string(),
    endpoints: z.array(
      z.strictObject({
        method: z.string(),
        path: z.string(),
        operationId: z.string(),
        summary: z.string(),
      }),
    ),
    decisions: z.array(
      z.strictObject({ title: z.string(), decision: z.string(), reason: z.string() }),
    ),
  })
  .meta({ id: 'Design' });
export type Design = z.infer<typeof designSchema>;

/** A generated file. `path` is relative, forward slashes, never `..`; `content` is UTF-8 text. */
export const generatedFileSchema = z.strictObject({
  path: z.string().min(1).max(300),
  content: z.string(),
  executable: z.boolean().optional(),
});
export type GeneratedFile = z.infer<typeof generatedFileSchema>;
