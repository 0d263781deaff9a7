import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { manifestOf } from '../files/manifest-files.ts';

/** What an app with a document of its own needs of the dependency set. */
const PACKAGES = [
  ...[
    '@electric-sql/pglite',
    '@electric-sql/pglite-prepopulatedfs',
    '@fastify/helmet',
    '@fastify/multipart',
  ],
  ...['ajv', 'ajv-formats', 'drizzle-orm', 'fastify', 'pg', 'zod'],
];

export function contractManifest({ name, title }: Blueprint): GeneratedFile[] {
  return manifestOf({ name, title, packages: PACKAGES, seeds: false });
}
