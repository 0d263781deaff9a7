import type { GeneratedFile } from '@quantumlayer/contracts';
import type { Stack } from '@quantumlayer/stacks';
import { notesStack } from '../fixtures/notes-stack.ts';

/** Keeps its tables in one file; a migration is a script that changes them, and all that are missing count or none. */
const main = `import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { DATA_DIR, SEED, SOCKET } = process.env;
const path = DATA_DIR + '/ledger.json';
mkdirSync(DATA_DIR, { recursive: true });
const ledger = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { applied: [], tables: {} };
const save = () => writeFileSync(path, JSON.stringify(ledger));
for (const name of readdirSync('migrations').sort()) {
  if (ledger.applied.includes(name)) continue;
  const step = new Function('tables', 'save', readFileSync('migrations/' + name, 'utf8'));
  step(ledger.tables, save);
  ledger.applied.push(name);
}
if (SEED && ledger.tables.entry.rows.length === 0) ledger.tables.entry.rows.push(['1', 'a'], ['2', 'b']);
save();
createServer((_request, response) => response.end('{}')).listen(SOCKET);
`;

const dump = `const { readFileSync } = require('node:fs');
const { tables } = JSON.parse(readFileSync(process.env.DATA_DIR + '/ledger.json', 'utf8'));
for (const [table, content] of Object.entries(tables)) console.log(JSON.stringify({ table, ...content }));`;

const firstMigration: GeneratedFile = {
  path: 'migrations/1.js',
  content: "tables.entry = { columns: ['id', 'text'], rows: [] };\n",
};

/** An app without dependencies that keeps what it is told over its next versions. */
export function ledgerApp(...migrations: readonly GeneratedFile[]): GeneratedFile[] {
  return [{ path: 'main.mjs', content: main }, firstMigration, ...migrations];
}

export const ledgerStack: Stack = {
  ...notesStack,
  id: 'ledger',
  isSchemaFile: (path) => path.startsWith('migrations/'),
  failingMigration: ({ path, content }) => ({ path, content: `${content}throw new Error('end');` }),
  commands: { ...notesStack.commands, start: ['node', 'main.mjs'] },
  data: { seeding: { SEED: 'true' }, dump: ['node', '--eval', dump] },
};
