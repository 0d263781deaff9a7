import type { Data, Source } from './data.ts';
import type { SegmentContext } from './grammar/segment-context.ts';
import { readSegment } from './grammar/segments.ts';
import type { Statement } from './grammar/statements.ts';
import { identify } from './identity.ts';
import { isAboutData } from './is-about-data.ts';
import { buildBlueprint } from './model/blueprint.ts';
import { createDraft, type Draft } from './model/draft.ts';
import { interpret } from './model/interpret.ts';
import { takeFromTitle } from './model/title.ts';
import { readOnceMore } from './second-chance/second-chance.ts';
import { type Block, toSegments } from './text/blocks.ts';
import { plural } from './text/nouns.ts';
import { createTagBudget } from './text/tagger.ts';

/** Reads the entities, fields and relations of a prompt; null when it does not speak of data. */
export function readData(source: Source): Data | null {
  const { prompt, decisions, blocks, actors = new Set() } = source;
  const sketch = createDraft(decisions.from, actors);
  interpret(sketch, readStatements(prompt, blocks, new Set()));
  const statements = readStatements(prompt, blocks, thingsOf(sketch));
  const draft = createDraft(decisions.from, actors);
  interpret(draft, statements);
  if (draft.entities.size === 0) takeFromTitle(draft, statements);
  if (draft.entities.size === 0 || !isAboutData(blocks, draft)) return null;
  const again = (said: readonly Statement[], values: ReadonlySet<string>): Data => {
    const made = createDraft(decisions.from, new Set([...values, ...actors]));
    interpret(made, said);
    return finish(said, made);
  };
  return readOnceMore(finish(statements, draft), statements, source, again);

  function finish(said: readonly Statement[], made: Draft): Data {
    const identity = identify(prompt, said, made, decisions.appName);
    const isGuessed = isGuess(said, made);
    const blueprint = buildBlueprint(made, decisions.alone, identity);
    return { draft: made, blueprint, isGuessed };
  }
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
