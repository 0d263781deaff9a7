import type { DocumentFormat } from './document-draft.ts';

export const FORMATS: Record<DocumentFormat, string> = {
  openapi: 'OpenAPI',
  jdl: 'JHipster JDL',
  postgresql: 'SQL of PostgreSQL',
  mysql: 'SQL of MySQL or MariaDB',
  sqlite: 'SQL of SQLite',
  prisma: 'Prisma schema',
  csv: 'CSV',
  json: 'JSON',
};

export function isFormat(value: unknown): value is DocumentFormat {
  return typeof value === 'string' && Object.hasOwn(FORMATS, value);
}
