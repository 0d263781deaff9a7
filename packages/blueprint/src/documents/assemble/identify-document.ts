import type { Blueprint, DocumentFormat, Entity } from '@quantumlayer/contracts';
import { toAppName, upperFirst } from '../../names.ts';
import type { SourceModel } from '../source-model.ts';
import { wordsOf } from './words.ts';

const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  jdl: 'a JHipster model',
  postgresql: 'an SQL schema of PostgreSQL',
  mysql: 'an SQL schema of MySQL',
  sqlite: 'an SQL schema of SQLite',
  prisma: 'a Prisma schema',
  csv: 'sample rows',
  json: 'sample objects',
  openapi: 'an OpenAPI document',
};

/** Stems that name no app. */
const USUAL = new Set(
  'schema dump database db model models data backup structure init export sample samples jhipster app ddl public main test tmp'.split(
    ' ',
  ),
);

/** Name, title and description of the app: from the document, its file name or its first entity. */
export function identifyDocument(
  { title }: SourceModel,
  { name, format }: { name: string | null; format: DocumentFormat },
  entities: readonly Entity[],
): Pick<Blueprint, 'name' | 'title' | 'description'> {
  const stem = (name ?? '').replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const candidates = [title ?? '', stem].map(wordsOf);
  const words = candidates.find((each) => each.some((word) => !USUAL.has(word))) ?? [];
  const first = [...wordsOf(entities[0]?.name ?? 'App'), 'api'];
  const chosen = toAppName(words) === null ? first : words;
  const shown = upperFirst(chosen.join(' ').replace(/\bapi$/, 'API')).slice(0, 100);
  return {
    name: toAppName(chosen) ?? 'app',
    title: shown,
    description: `${shown}, from ${FORMAT_NAMES[format]}.`,
  };
}
