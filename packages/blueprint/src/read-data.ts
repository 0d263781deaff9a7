import type { Blueprint } from '@quantumlayer/contracts';
import type { Decisions } from './decisions.ts';
import type { SegmentContext } from './grammar/segment-context.ts';
import { readSegment } from './grammar/segments.ts';
import type { Statement } from './grammar/statements.ts';
import { identify } from './identity.ts';
import { isAboutData } from './is-about-data.ts';
import { buildBlueprint } from './model/blueprint.ts';
import { createDraft, type Draft } from './model/draft.ts';
import { interpret } from './model/interpret.ts';
import { takeFromTitle } from './model/title.ts';
import { type Block, toSegments } from './text/blocks.ts';
import { plural } from './text/nouns.ts';
import { createTagBudget } from './text/tagger.ts';

export type Source = { prompt: string; decisions: Decisions; blocks: readonly Block[] };

/** The data that a prompt describes; `isGuessed`: nouns alone, without anything that is said of them. */
export type Data = { draft: Draft; blueprint: Blueprint; isGuessed: boolean };

/** Reads the entities, fields and relations of a prompt; null when it does not speak of data. */
export function readData({ prompt, decisions, blocks }: Source): Data | null {
  const sketch = createDraft(decisions.from);
  interpret(sketch, readStatements(prompt, blocks, new Set()));
  const statements = readStatements(prompt, blocks, thingsOf(sketch));
  const draft = createDraft(decisions.from);
  interpret(draft, statements);
  if (draft.entities.size === 0) takeFromTitle(draft, statements);
  if (draft.entities.size === 0 || !isAboutData(blocks, draft)) return null;
  const isGuessed = isGuess(statements, draft);
  const blueprint = buildBlueprint(
    draft,
    decisions.alone,
    identify(prompt, statements, draft, decisions.appName),
  );
  return { draft, blueprint, isGuessed };
}

/** Nouns alone, picked from text that is otherwise not understood, are no description. */
function isGuess(statements: readonly Statement[], draft: Draft): boolean {
  const hasSubstance =
    draft.facts.length > 0 ||
    [...draft.entities.values()].some((entity) => entity.fields.length > 0);
  return (
    !hasSubstance &&
    !statements.some(
      (statement) =>
        statement.kind === 'app' || (statement.kind === 'topic' && statement.announced === true),
    )
  );
}

/** The last words of the names of things, in singular and plural: what a verb may stand between. */
function thingsOf(draft: Draft): ReadonlySet<string> {
  const heads = [...draft.entities.keys(), ...draft.aliases.keys()].map((name) =>
    (/[A-Z][a-z0-9]*$/.exec(name)?.[0] ?? name).toLowerCase(),
  );
  return new Set(heads.flatMap((head) => [head, plural(head)]));
}

function readStatements(
  prompt: string,
  blocks: readonly Block[],
  things: ReadonlySet<string>,
): Statement[] {
  const context: SegmentContext = {
    prompt,
    budget: createTagBudget(things),
    previous: [],
    isFirst: true,
  };
  return toSegments(blocks).flatMap((segment) => {
    const made = readSegment(segment, context);
    context.isFirst = false;
    return made;
  });
}
