import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppModel } from '../typescript-fastify/model.ts';

const FOLDER = join(import.meta.dirname, 'templates/app');

/** Files of the web UI that are the same in every app but for conditions, by their paths in it. */
const templates: readonly (readonly [path: string, content: string])[] = readdirSync(FOLDER, {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => [path.slice(FOLDER.length + 1), readFileSync(path, 'utf8')] as const)
  .sort(([left], [right]) => (left < right ? -1 : 1));

/** How the serving of the web UI, and what its dashboard begins with, are tested. */
export const webTests: readonly (readonly [path: string, content: string])[] = [
  'tests/counts.test.ts',
  'tests/web-values.test.ts',
  'tests/web.test.ts',
].map((path) => [path, readFileSync(join(import.meta.dirname, 'templates', path), 'utf8')]);

/** What this app has use for. */
export function webTemplates({ people, entities }: AppModel) {
  const has = {
    'people/': people !== null,
    'people/sign-up-page.tsx': people?.isOpen ?? false,
    'fields/country-input.tsx': entities.some(({ fields }) =>
      fields.some(({ field }) => field.type === 'country'),
    ),
    'screens/upload-list.tsx': entities.some(({ uploads }) => uploads.length > 0),
    'screens/change-list.tsx': entities.some(({ audit }) => audit !== null),
    'screens/history.tsx': entities.some(({ lifecycle }) => lifecycle !== null),
  };
  const unused = Object.entries(has).flatMap(([start, isUsed]) =>
    isUsed ? [] : [`web/src/${start}`],
  );
  return templates.filter(([path]) => !unused.some((start) => path.startsWith(start)));
}
