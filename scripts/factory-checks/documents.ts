import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AppKind, stackOfKind } from '@quantumlayer/contracts/app-kinds';
import type { RunCase } from './prove-runs.ts';

const FOLDER = fileURLToPath(
  new URL('../../packages/blueprint/src/documents/fixtures', import.meta.url),
);
const ENDINGS = new Set(['.jdl', '.sql', '.prisma', '.csv', '.json']);

/** Those that use everything their language has stand first, then the largest ones: what can fail fails early. */
const CHOSEN = [
  'every/postgresql.sql',
  'every/mysql.sql',
  'every/sqlite.sql',
  'every/schema.prisma',
  'every/model.jdl',
  'shop.postgresql.sql',
  'shop.mysql.sql',
  'forum.sqlite.sql',
  'shop.prisma',
  'jdl/airline.jdl',
  'jdl/shipping-microservices.jdl',
  'jdl/names-that-clash.jdl',
  'members.csv',
  'orders.json',
];
/** These are built once more, with a web UI. */
const WITH_SCREENS = ['every/postgresql.sql', 'shop.prisma'];

/** A document of a file, in the stack that makes this kind of app. */
export function documentCase(path: string, kind: AppKind = 'api', name = basename(path)): RunCase {
  return {
    name: kind === 'api' ? name : `${name} (${kind})`,
    asked: { document: { name: basename(path), text: readFileSync(path, 'utf8') } },
    options: { stack: stackOfKind[kind], preview: false },
  };
}

const fixture = (name: string, kind: AppKind) => documentCase(`${FOLDER}/${name}`, kind, name);

export const chosenDocuments = (): RunCase[] => [
  ...CHOSEN.map((name) => fixture(name, 'api')),
  ...WITH_SCREENS.map((name) => fixture(name, 'full-stack')),
];

/** Every document that the importers are tested with, in both kinds. */
export function allDocuments(): RunCase[] {
  const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ENDINGS.has(extname(entry.name)))
    .map((entry) => relative(FOLDER, `${entry.parentPath}/${entry.name}`))
    .toSorted();
  return (['api', 'full-stack'] as const).flatMap((kind) =>
    names.map((name) => fixture(name, kind)),
  );
}
