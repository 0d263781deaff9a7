import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../templates/contract/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** Files of the app that do not depend on the document but for a few lines; read once. */
export const contractTemplates: ReadonlyMap<string, string> = new Map(
  filesBelow('').map((path) => [path, read(path)]),
);

function filesBelow(folder: string): string[] {
  return readdirSync(new URL(folder || '.', FOLDER), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}${entry.name}`;
      return entry.isDirectory() ? filesBelow(`${path}/`) : [path];
    })
    .sort();
}
