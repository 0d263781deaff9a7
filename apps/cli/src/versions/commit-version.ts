import type { Git } from './git.ts';

const SUBJECT_LENGTH = 72;

type Version = {
  /** The commit of the version in a history of its own. */
  own: string;
  parent: string;
  /** What the version changes, in words. */
  change: string;
};

/**
 * Makes a version one commit on top of another, which has its id from the two alone, and lays the tag of the version on
 * it. Answers the commit.
 */
export async function commitVersion(git: Git, { own, parent, change }: Version): Promise<string> {
  const format = '%an <%ae> %ad%x00%cn <%ce> %cd%x00%(trailers:only)';
  const about = await git('log', '-1', '--date=raw', `--format=${format}`, own);
  const [author = '', committer = '', trailers = ''] = about.split('\0');
  const commit = await git.keep(
    'commit',
    [
      `tree ${await git('rev-parse', `${own}^{tree}`)}`,
      `parent ${parent}`,
      `author ${author}`,
      `committer ${committer}`,
      `\n${messageOf(change)}\n\n${trailers.trim()}\n`,
    ].join('\n'),
  );
  const tag = await git('tag', '--points-at', own);
  if (tag !== '') await moveTag(git, tag, commit);
  return commit;
}

/** What was executed was executed on this code, whichever commit has it. */
async function moveTag(git: Git, tag: string, commit: string): Promise<void> {
  const text = await git('cat-file', 'tag', tag);
  const moved = await git.keep('tag', `${text.replace(/^object \w+/, `object ${commit}`)}\n`);
  await git('update-ref', `refs/tags/${tag}`, moved);
}

/** A first line that lists can show, and the whole below it where that is longer. */
function messageOf(change: string): string {
  const whole = change.trim() || 'The next version';
  const [line = ''] = whole.split('\n');
  if (line === whole && line.length <= SUBJECT_LENGTH) return whole;
  const cut = line.length <= SUBJECT_LENGTH ? line : line.slice(0, SUBJECT_LENGTH - 1);
  const subject = cut === line ? line : `${cut.replace(/\s+\S*$/, '')}…`;
  return `${subject}\n\n${whole}`;
}
