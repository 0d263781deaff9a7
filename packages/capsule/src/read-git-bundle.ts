import { UploadInvalid } from './capsule-errors.ts';
import type { GitObject } from './git-objects.ts';
import { readGitPack } from './read-git-pack.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import type { UploadedFile } from './uploaded-file.ts';

const REFERENCE = /^([0-9a-f]{40}) (\S+)$/;
const PREFERRED = ['HEAD', 'refs/heads/main', 'refs/heads/master'];
const FOLDER = '40000';
const FILES = ['100644', '100755', '100664'];
const DEEPEST = 30;

/**
 * The files of the newest commit in a git bundle with a whole history: that of `HEAD`, else of `main`, else of the only
 * branch. Links and submodules are refused. Throws `UploadInvalid`.
 */
export function readGitBundle(bundle: Buffer, wants: (path: string) => boolean): UploadedFile[] {
  const end = bundle.indexOf('\n\n');
  const lines = bundle.toString('utf8', 0, Math.max(0, end)).split('\n').slice(1);
  if (lines.some((line) => line.startsWith('-')))
    throw new UploadInvalid('The bundle stands on commits that are not in it; bundle all of them.');
  const objects = readGitPack(bundle.subarray(end + 2));
  const tree = treeOf(objects, tipOf(lines));
  const files: UploadedFile[] = [];
  listTree(objects, { tree, path: '', depth: 0 }, { files, wants });
  return files;
}

function tipOf(lines: readonly string[]): string {
  const references = new Map(
    lines.flatMap((line) => {
      const found = REFERENCE.exec(line);
      return found === null ? [] : [[found[2] ?? '', found[1] ?? ''] as const];
    }),
  );
  const name = PREFERRED.find((each) => references.has(each));
  const branches = [...references].filter(([each]) => each.startsWith('refs/heads/'));
  const tip =
    name === undefined && branches.length === 1 ? branches[0]?.[1] : references.get(name ?? '');
  if (tip === undefined) throw new UploadInvalid('The bundle has no branch called main.');
  return tip;
}

function objectOf(objects: ReadonlyMap<string, GitObject>, id: string, type: GitObject['type']) {
  const object = objects.get(id);
  if (object?.type !== type) throw new UploadInvalid(`The bundle lacks the ${type} ${id}.`);
  return object.content;
}

function treeOf(objects: ReadonlyMap<string, GitObject>, commit: string): string {
  const content = objectOf(objects, commit, 'commit').toString('utf8');
  const tree = /^tree ([0-9a-f]{40})$/m.exec(content)?.[1];
  if (tree === undefined) throw new UploadInvalid('The newest commit of the bundle has no files.');
  return tree;
}

type Place = { tree: string; path: string; depth: number };
type Listing = { files: UploadedFile[]; wants: (path: string) => boolean };

function listTree(
  objects: ReadonlyMap<string, GitObject>,
  { tree, path, depth }: Place,
  listing: Listing,
): void {
  if (depth > DEEPEST) throw new UploadInvalid('Its folders lie too deep.');
  for (const { mode, name, id } of entriesOf(objectOf(objects, tree, 'tree'))) {
    const full = `${path}${name}`;
    if (!listing.wants(full)) continue;
    if (mode === FOLDER) {
      listTree(objects, { tree: id, path: `${full}/`, depth: depth + 1 }, listing);
      continue;
    }
    if (!FILES.includes(mode)) throw new UploadInvalid(`${JSON.stringify(full)} is no plain file.`);
    if (listing.files.length >= UPLOAD_LIMITS.files)
      throw new UploadInvalid(`It holds more than ${UPLOAD_LIMITS.files} files of code.`);
    const content = objectOf(objects, id, 'blob');
    listing.files.push({ path: full, content, executable: mode === '100755' });
  }
}

function* entriesOf(tree: Buffer): Generator<{ mode: string; name: string; id: string }> {
  for (let at = 0; at < tree.length; ) {
    const end = tree.indexOf(0, at);
    if (end < 0 || end + 20 > tree.length)
      throw new UploadInvalid('A folder of the bundle is damaged.');
    const [mode = '', ...rest] = tree.toString('utf8', at, end).split(' ');
    yield { mode, name: rest.join(' '), id: tree.toString('hex', end + 1, end + 21) };
    at = end + 21;
  }
}
