import type { Blueprint, Remark } from '@quantumlayer/contracts';
import type { Data, Source } from './data.ts';
import type { Draft } from './model/draft.ts';
import type { Applied } from './policy/applied.ts';
import { applyPolicy } from './policy/apply-policy.ts';
import { assumeApprovals } from './policy/assumed-approvals.ts';
import { decidePeople } from './policy/decide-people.ts';
import { actorsAlone, withoutListed } from './policy/listed-roles.ts';
import { arrowsAsLists, readPolicy } from './policy/read-policy.ts';
import type { Candidate } from './policy/statements.ts';
import { readData } from './read-data.ts';
import type { Block } from './text/blocks.ts';

const MAX_ROUNDS = 4;

/**
 * Reads the data of a prompt and what it says of people and rules. Sentences of the second kind are withheld from the
 * reader of data as long as they fit what is described; those that do not are given back to it, and the data is read again.
 * A prompt without such sentences is read once, as if there were none.
 */
export function readWithPolicy(prompt: Source): { data: Data | null; applied: Applied | null } {
  const source = { ...prompt, blocks: arrowsAsLists(prompt.blocks) };
  const plain = readData(source);
  const told = plain === null ? [] : readPolicy(prompt.blocks, plain.blueprint);
  const candidates = prompt.isLetter === true ? told : [...told, ...assumeApprovals(told)];
  if (plain === null || candidates.length === 0) return { data: plain, applied: null };
  let withheld = candidates.filter(({ isFirm }) => isFirm);
  const sketch = withoutListed(plain.blueprint, candidates);
  if (decidePeople(candidates, sketch) === null) withheld = withheld.filter(isOfNobody);
  let actors: ReadonlySet<string> = new Set();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const data =
      withheld.length === 0
        ? plain
        : readData({ ...source, actors, blocks: without(source.blocks, withheld) });
    if (data === null) break;
    const applied = applyPolicy(data.blueprint, candidates, data.draft.marks);
    const failed = withheld.filter((candidate) => applied.failed.includes(candidate));
    if (failed.length > 0) {
      withheld = withheld.filter(
        (candidate) =>
          !failed.includes(candidate) && !failed.some((each) => each.start === candidate.start),
      );
      continue;
    }
    const made =
      applied.blueprint.people === undefined ? actors : actorsAlone(candidates, data.draft);
    if (made.size > 0 && actors.size === 0) {
      actors = made;
      continue;
    }
    join(data.draft, applied);
    return { data, applied };
  }
  return { data: plain, applied: null };
}

/** Without people, what somebody may or does is no right, and whoever is listed is a thing. */
function isOfNobody({ options }: Candidate): boolean {
  return options.some(
    (option) => option.kind !== 'right' && !(option.kind === 'roles' && option.isListed === true),
  );
}

/** The prompt without the words of some candidates; lines keep their places. */
function without(blocks: readonly Block[], withheld: readonly Candidate[]): Block[] {
  return blocks
    .map((block) => ({
      ...block,
      tokens: block.tokens.filter(
        (token) => !withheld.some(({ start, end }) => token.start >= start && token.end <= end),
      ),
    }))
    .filter(({ tokens }) => tokens.length > 0);
}

/** What people and rules became stands beside what the data became. */
function join(
  draft: Draft,
  { blueprint, marks, misses, assumptions, questions, failed }: Applied,
): void {
  draft.marks = [
    ...draft.marks.map((mark) => ({ ...mark, path: renamed(mark.path, blueprint) })),
    ...marks,
  ];
  draft.misses.unshift(...misses);
  draft.misses.push(
    ...failed.map(({ start, end }) => ({
      start,
      end,
      reason: 'this rule fits nothing that is described',
    })),
  );
  const isKept = ({ path }: Remark) =>
    renamed(path, blueprint) !== 'people' || !/^[A-Z]/.test(path);
  draft.assumptions = [...draft.assumptions.filter(isKept), ...assumptions];
  draft.questions = [...draft.questions.filter(isKept), ...questions];
}

/** `Session.title` where the things called session had to make room; users that are the accounts. */
function renamed(path: string, { entities }: Blueprint): string {
  const [name = '', ...rest] = path.split('.');
  const isKept = entities.some((entity) => entity.name === name);
  if (isKept || !/^[A-Z]/.test(name)) return path;
  const isRenamed = entities.some((entity) => entity.name === `${name}Record`);
  return isRenamed ? [`${name}Record`, ...rest].join('.') : 'people';
}
