import { plural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { wordsOf } from './seed-draft.ts';
import type { State } from './state.ts';
import { wordToken } from './word-token.ts';

const HAVE = /^(need|needs|have|has|get|gets)$/;
const ARTICLE = /^(a|an|another|one|some)$/;

/** "they need a priority", "mark them as reminded": the thing that was spoken of last, and not its field. */
export function withThing(state: State, tokens: readonly Token[]): readonly Token[] {
  const at = pronounOf(tokens);
  const entity = at === null ? null : thingOf(state);
  const pronoun = tokens[at ?? 0];
  if (at === null || entity === null || pronoun === undefined) return tokens;
  const words = wordsOf(entity);
  const name = [...words.slice(0, -1), plural(words.at(-1) ?? entity)];
  const { start, end } = pronoun;
  return tokens.toSpliced(at, 1, ...name.map((word) => ({ ...wordToken(word), start, end })));
}

function pronounOf(tokens: readonly Token[]): number | null {
  const at = tokens.findIndex(({ lower }) => /^(it|they|them)$/.test(lower));
  const [before, next, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]].map(
    (token) => token?.lower ?? '',
  );
  const isMarked = at === 1 && /^(mark|flag)$/.test(before ?? '') && next === 'as';
  const isFirst = tokens
    .slice(0, Math.max(at, 0))
    .every(({ lower }) => /^(and|also|,)$/.test(lower));
  const isOwner = at >= 0 && isFirst && HAVE.test(next ?? '') && ARTICLE.test(after ?? '');
  return isMarked || isOwner ? at : null;
}

function thingOf({ near, last, blueprint }: State): string | null {
  const words =
    last === null ? null : (last.owners[0] ?? (last.sort === 'entity' ? last.words : null));
  const named = words?.join(' ');
  const found = blueprint.entities.find(({ name }) => wordsOf(name).join(' ') === named);
  return near ?? found?.name ?? null;
}
