import {
  type CapsuleManifest,
  capsuleManifestSchema,
  capsuleOriginSchema,
  evidenceSchema,
} from '@quantumlayer/contracts';
import { BLUEPRINT_FILE, blueprintFileOf } from './blueprint-file.ts';
import { CODE_PREFIX, EVIDENCE_PATH, MANIFEST_PATH, ORIGIN_PATH } from './capsule-layout.ts';
import { digestOf } from './digest.ts';
import { createGitObject, createPack, createTrees, type GitObject } from './git-objects.ts';
import { type CapsulePart, readCapsuleParts } from './read-parts.ts';

const AUTHOR = 'QuantumLayer <noreply@quantumlayer.dev>';
const BRANCH = 'refs/heads/main';

/** The commits, in the order of the history: first what is to be, last the tests, on what they prove. */
const SUBJECTS = {
  blueprint: 'docs: the blueprint that the software is made from',
  docs: 'docs: say what the software does',
  build: 'build: dependencies, tools and container',
  feat: 'feat: the software',
  test: 'test: prove what the software does',
};
const STEPS = Object.entries(SUBJECTS);

/**
 * The code of a capsule as a git bundle, which `git clone FILE` accepts: a history of a few commits on `main`, the last
 * of which has the code of the capsule with its blueprint beside it, and a tag that says what was executed on it. Equal
 * archives give equal ids and bytes.
 */
export async function bundleCode(archive: Buffer): Promise<Buffer> {
  const parts = await readCapsuleParts(archive);
  const manifest = capsuleManifestSchema.parse(readJson(parts, MANIFEST_PATH));
  const { objects, head } = createHistory(parts, manifest);
  const digest = digestOf(archive);
  const tag = createTag(parts, { head, digest, manifest });
  const references = [
    `${head} ${BRANCH}`,
    `${tag.id} refs/tags/${tagNameOf(digest)}`,
    `${head} HEAD`,
  ];
  const header = `# v2 git bundle\n${references.join('\n')}\n\n`;
  return Buffer.concat([Buffer.from(header), await createPack([...objects, tag])]);
}

function createHistory(parts: readonly CapsulePart[], manifest: CapsuleManifest) {
  const files = filesOf(parts);
  const objects: GitObject[] = [];
  const present: typeof files = [];
  let head: string | null = null;
  for (const [step, subject] of STEPS) {
    const added = files.filter((file) => file.step === step);
    if (added.length === 0) continue;
    present.push(...added);
    const trees = createTrees(
      present.map(({ path, blob, executable }) => ({ path, id: blob.id, executable })),
    );
    const message = `${subject}\n\n${trailersOf(manifest)}`;
    const commit = createCommit(trees.at(-1)?.id ?? '', head, manifest, message);
    objects.push(commit, ...trees, ...added.map(({ blob }) => blob));
    head = commit.id;
  }
  return { objects, head: head ?? '' };
}

function filesOf(parts: readonly CapsulePart[]) {
  const code = parts
    .filter(({ kind }) => kind === 'code')
    .map(({ path, content, executable }) => ({
      path: path.slice(CODE_PREFIX.length),
      blob: createGitObject('blob', content),
      executable,
    }));
  const origin = capsuleOriginSchema.nullable().parse(readJson(parts, ORIGIN_PATH));
  const paths = code.map(({ path }) => path);
  const blueprint = blueprintFileOf(origin, paths);
  const files = code.map((file) => ({ ...file, step: stepOf(file.path) }));
  if (blueprint === null) return files;
  const blob = createGitObject('blob', blueprint);
  return [...files, { path: BLUEPRINT_FILE, blob, executable: false, step: 'blueprint' }];
}

function stepOf(path: string): keyof typeof SUBJECTS {
  if (path === 'README.md') return 'docs';
  if (path.startsWith('tests/')) return 'test';
  return path.startsWith('src/') || path.startsWith('migrations/') ? 'feat' : 'build';
}

function trailersOf({ runId, stack, codeDigest }: CapsuleManifest): string {
  return `Run: ${runId}\nStack: ${stack.id} ${stack.version}\nCode-Digest: ${codeDigest}\n`;
}

function createCommit(
  tree: string,
  parent: string | null,
  manifest: CapsuleManifest,
  message: string,
): GitObject {
  const by = signedBy(manifest);
  const parents = parent === null ? '' : `parent ${parent}\n`;
  const text = `tree ${tree}\n${parents}author ${by}\ncommitter ${by}\n\n${message}`;
  return createGitObject('commit', Buffer.from(text));
}

type Tagged = { head: string; digest: string; manifest: CapsuleManifest };

/** Says of the last commit what was executed on it: command, exit code, digest of the output. */
function createTag(parts: readonly CapsulePart[], { head, digest, manifest }: Tagged): GitObject {
  const { checks } = evidenceSchema.parse(readJson(parts, EVIDENCE_PATH));
  const lines = checks.map(
    ({ title, status, exitCode, command, outputDigest }) =>
      `${title}: ${status}, exit code ${exitCode ?? 'none'}\n  ${command.join(' ')}\n  output ${outputDigest}`,
  );
  const text = `object ${head}\ntype commit\ntag ${tagNameOf(digest)}\ntagger ${signedBy(manifest)}\n\nThe code of the capsule ${digest}\n\n${lines.join('\n')}\n`;
  return createGitObject('tag', Buffer.from(text));
}

function tagNameOf(digest: string): string {
  return `capsule-${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}

function signedBy({ createdAt }: CapsuleManifest): string {
  return `${AUTHOR} ${Math.floor(Date.parse(createdAt) / 1000)} +0000`;
}

function readJson(parts: readonly CapsulePart[], path: string): unknown {
  return JSON.parse(parts.find((part) => part.path === path)?.content.toString('utf8') ?? 'null');
}
