import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docsFolder } from './config.ts';

export type Shelf = 'guides' | 'problems' | 'reference';
export type DocumentTitle = { slug: string; title: string };
export type DocumentText = DocumentTitle & { markdown: string };

const FOLDERS: Record<Shelf, string> = { guides: 'guides', problems: 'problems', reference: '.' };
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Guides stand in the order in which one needs them; what is not named here comes behind, by its title. */
const ORDER = [
  'first-run',
  'write-a-prompt',
  'bring-a-document',
  'changing-an-app',
  'field-types',
  'use-the-api',
  'command-line',
  'verify-a-capsule',
  'back-up-and-restore',
  'add-a-stack',
];
const placeOf = ({ slug }: DocumentTitle) =>
  ORDER.includes(slug) ? ORDER.indexOf(slug) : ORDER.length;

// The bundler is told to leave these paths alone: it would take the whole repository for part of the page.

/** Every document of a shelf. */
export async function listDocuments(shelf: Shelf): Promise<DocumentTitle[]> {
  const names = await readdir(/* turbopackIgnore: true */ join(docsFolder(), FOLDERS[shelf])).catch(
    () => [],
  );
  const slugs = names
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -3));
  const documents = await Promise.all(slugs.map((slug) => findDocument(shelf, slug)));
  return documents
    .filter((document) => document !== null)
    .map(({ slug, title }) => ({ slug, title }))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.title.localeCompare(b.title));
}

/** What changed from version to version; null where the documents were deployed without it. */
export async function findChangelog(): Promise<DocumentText | null> {
  return await readDocument('changelog', join(docsFolder(), '..', 'CHANGELOG.md'));
}

/** Null when there is none by that name. */
export async function findDocument(shelf: Shelf, slug: string): Promise<DocumentText | null> {
  if (!SLUG.test(slug)) return null;
  return await readDocument(slug, join(docsFolder(), FOLDERS[shelf], `${slug}.md`));
}

async function readDocument(slug: string, path: string): Promise<DocumentText | null> {
  const text = await readFile(/* turbopackIgnore: true */ path, 'utf8').catch(() => null);
  if (text === null) return null;
  const [, title, markdown] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [undefined, slug, text];
  return { slug, title: title ?? slug, markdown: markdown ?? '' };
}
