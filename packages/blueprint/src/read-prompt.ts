import { MAX_PROMPT_CHARACTERS, type Reading } from '@quantumlayer/contracts';
import { optionalFields } from './answers.ts';
import { readDecisions } from './decisions.ts';
import type { SegmentContext } from './grammar/segment-context.ts';
import { readSegment } from './grammar/segments.ts';
import type { Statement } from './grammar/statements.ts';
import { identify } from './identity.ts';
import { isAboutData } from './is-about-data.ts';
import { buildBlueprint } from './model/blueprint.ts';
import { createDraft, type Draft } from './model/draft.ts';
import { interpret } from './model/interpret.ts';
import { takeFromTitle } from './model/title.ts';
import { cutPhrases } from './phrases.ts';
import { type Refusal, refuse } from './refusals.ts';
import { excerpt, screenPrompt } from './screen-prompt.ts';
import { toBlocks, toSegments } from './text/blocks.ts';
import { plural } from './text/nouns.ts';
import { createTagBudget } from './text/tagger.ts';

export type ReadOutcome = { ok: true; reading: Reading } | { ok: false; refusal: Refusal };

/** Reads an English description of data into a blueprint, offline and deterministically; never throws. */
export function readPrompt(prompt: string): ReadOutcome {
  const refusal = screenPrompt(prompt, MAX_PROMPT_CHARACTERS);
  if (refusal !== null) return { ok: false, refusal };
  const decisions = readDecisions(prompt);
  const blocks = toBlocks(decisions.rest);
  const sketch = createDraft(decisions.from);
  interpret(sketch, readStatements(prompt, blocks, new Set()));
  const statements = readStatements(prompt, blocks, thingsOf(sketch));
  const draft = createDraft(decisions.from);
  interpret(draft, statements);
  if (draft.entities.size === 0) takeFromTitle(draft, statements);
  if (draft.entities.size === 0 || !isAboutData(blocks, draft)) return notAboutData(prompt);
  const isGuessed = isGuess(statements, draft);
  const blueprint = buildBlueprint(
    draft,
    decisions.alone,
    identify(prompt, statements, draft, decisions.appName),
  );
  const { phrases, notUnderstood } = cutPhrases(prompt, blocks, draft, blueprint);
  draft.assumptions.unshift({
    path: '',
    text: 'A field is required unless the prompt calls it optional; a thing that belongs to another cannot be without it unless the prompt says so.',
    answers: optionalFields(blueprint.entities),
  });
  if (isGuessed && notUnderstood.length > 0) return notAboutData(prompt);
  return {
    ok: true,
    reading: {
      blueprint,
      phrases: [...phrases, ...decisions.phrases].sort((a, b) => a.start - b.start),
      notUnderstood,
      assumptions: draft.assumptions,
      questions: draft.questions,
    },
  };
}

function notAboutData(prompt: string): ReadOutcome {
  return { ok: false, refusal: refuse('prompt-not-about-data', [excerpt(prompt)]) };
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
  const heads = [...draft.entities.keys()].map((name) =>
    (/[A-Z][a-z0-9]*$/.exec(name)?.[0] ?? name).toLowerCase(),
  );
  return new Set(heads.flatMap((head) => [head, plural(head)]));
}

function readStatements(
  prompt: string,
  blocks: ReturnType<typeof toBlocks>,
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
