import { z } from 'zod';

/** What a document can be written in. */
export const documentFormats = [
  'jdl',
  'postgresql',
  'mysql',
  'sqlite',
  'prisma',
  'csv',
  'json',
  'openapi',
] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** A request of 1 MB carries this much text also where JSON has to escape some of it. */
export const MAX_DOCUMENT_CHARACTERS = 500_000;

/** A schema, a model, sample rows or an API that an app is made from. */
export const documentSchema = z
  .strictObject({
    /** File name; its ending helps to tell the format, its stem names the app. */
    name: z.string().min(1).max(255).optional(),
    text: z.string().min(1).max(MAX_DOCUMENT_CHARACTERS),
    /** Told from name and text when absent. */
    format: z.enum(documentFormats).optional(),
  })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof documentSchema>;

/** What one part of a document became; lines count from 1. */
export const documentPartSchema = z.strictObject({
  text: z.string(),
  line: z.int().min(1),
  became: z.array(z.strictObject({ path: z.string(), meaning: z.string() })),
});
export type DocumentPart = z.infer<typeof documentPartSchema>;

/** What a document says that has no place in a blueprint. */
export const outOfScopeSchema = z.strictObject({
  what: z.string(),
  line: z.int().min(1),
  why: z.string(),
});
export type OutOfScope = z.infer<typeof outOfScopeSchema>;

/** How a document was understood, beside the blueprint that it became. */
export const documentAccountSchema = z
  .strictObject({
    name: z.string().nullable(),
    format: z.enum(documentFormats),
    became: z.array(documentPartSchema),
    outOfScope: z.array(outOfScopeSchema),
  })
  .meta({ id: 'DocumentAccount' });
export type DocumentAccount = z.infer<typeof documentAccountSchema>;
