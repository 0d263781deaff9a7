import {
  type Blueprint,
  type BlueprintChange,
  type FollowUpReading,
  MAX_PROMPT_CHARACTERS,
  type Remark,
} from '@quantumlayer/contracts';
import { readDecisions } from '../decisions.ts';
import { diffBlueprints } from '../diff/diff-blueprints.ts';
import { createDraft } from '../model/draft.ts';
import { cutPhrases } from '../phrases.ts';
import type { Refusal } from '../refusals.ts';
import { screenPrompt } from '../screen-prompt.ts';
import { toBlocks } from '../text/blocks.ts';
import { clausesOf } from './clauses-of.ts';
import { keyOf } from './edit.ts';
import { inSpellingOf } from './in-spelling-of.ts';
import { readClauses } from './read-clauses.ts';
import { fillQuestion, ownerQuestion, relationQuestion } from './remarks.ts';
import type { State } from './state.ts';

export type FollowUpOutcome =
  | { ok: true; reading: FollowUpReading }
  | { ok: false; refusal: Refusal };

/**
 * Reads what is to be changed in a blueprint that is sound: "add a discount to the invoice, drop the fax number". What is not
 * spoken of stays as it is, and what does not fit is told with the reason. Deterministic; never throws.
 */
export function readFollowUp(base: Blueprint, text: string): FollowUpOutcome {
  const refusal = screenPrompt(text, MAX_PROMPT_CHARACTERS);
  if (refusal !== null) return { ok: false, refusal };
  const decisions = readDecisions(text);
  const blocks = toBlocks(decisions.rest);
  const clauses = clausesOf(blocks, decisions).map((clause) => ({
    ...clause,
    tokens: inSpellingOf(base, clause.tokens),
  }));
  const state = settle(base, text, { clauses, decisions });
  const draft = {
    ...createDraft(decisions.from),
    ...{ marks: state.marks, misses: state.misses, aliases: state.aliases },
  };
  const { phrases, notUnderstood } = cutPhrases(text, blocks, draft, state.blueprint);
  const changes = changesOf(state, text);
  return {
    ok: true,
    reading: {
      blueprint: state.blueprint,
      changes,
      renames: state.renames,
      values: state.values,
      phrases: [...phrases, ...decisions.phrases].sort((left, right) => left.start - right.start),
      notUnderstood,
      assumptions: assumptionsOf(state, changes.length + notUnderstood.length > 0),
      questions: questionsOf(state),
    },
  };
}

type Source = {
  clauses: ReturnType<typeof clausesOf>;
  decisions: ReturnType<typeof readDecisions>;
};

/** Reads again without the wishes that contradict each other, until there are none. */
function settle(base: Blueprint, text: string, { clauses, decisions }: Source): State {
  const excluded = new Set<string>();
  const conflicts: State['conflicts'] = [];
  for (let round = 0; round <= clauses.length; round += 1) {
    const state = readClauses(base, { text, clauses, decisions, excluded });
    const fresh = state.conflicts.filter(({ key, spans }) =>
      spans.some(({ start }) => !excluded.has(`${start} ${key}`)),
    );
    if (fresh.length === 0) return { ...state, conflicts };
    conflicts.push(...fresh.filter(({ spans }) => spans.length > 1));
    for (const { key, spans } of fresh)
      for (const { start } of spans) excluded.add(`${start} ${key}`);
  }
  return { ...readClauses(base, { text, clauses: [], decisions, excluded }), conflicts };
}

function changesOf(state: State, text: string): BlueprintChange[] {
  return diffBlueprints(state.base, state.blueprint, state.renames).map((change) => {
    const span = state.origins.get(change.path);
    if (span === undefined) return change;
    const { start, end } = span;
    return { ...change, phrase: { text: text.slice(start, end), start, end } };
  });
}

/** A text that changes nothing says so, and why. */
function assumptionsOf(
  { assumptions, asked, conflicts, marks }: State,
  hasEffect: boolean,
): Remark[] {
  const isSaid = assumptions.length > 0 || asked.length > 0 || conflicts.length > 0;
  if (hasEffect || isSaid) return distinct(assumptions);
  const why = marks.length > 0 ? 'it is so already' : 'nothing in it says what is to be different';
  return [{ path: '', text: `This changes nothing: ${why}.`, answers: [] }];
}

/** What is asked and was not answered by what was decided afterwards. */
function questionsOf(state: State): Remark[] {
  const decided = new Set([
    ...state.done.filter(({ clause }) => clause.isDecided).map(({ edit }) => keyOf(edit)),
    ...state.decidedPaths,
  ]);
  const open = state.asked.filter(({ answers }) => !answers.some((answer) => decided.has(answer)));
  const fills = [...state.required]
    .filter((path) => state.values[path] === undefined && isRequired(state.blueprint, path))
    .map((path) => fillQuestion(...partsOf(path)));
  return distinct([
    ...state.conflicts.map(({ remark }) => remark),
    ...open.map(({ remark }) => remark),
    ...fills,
    ...ownerless(state),
    ...unrelated(state),
  ]);
}

/** Relations that were optional, or that are new, and that no row may be without from now on. */
function unrelated({ base, blueprint, renames }: State): Remark[] {
  const old = new Map(base.entities.map((entity) => [entity.name, entity]));
  return blueprint.entities.flatMap(({ name, relations }) => {
    const was = old.get(renames[name] ?? name);
    if (was === undefined) return [];
    return relations.flatMap(({ kind, name: role, required }) => {
      const before = was.relations.find(
        (each) => each.name === (renames[`${name}.${role}`] ?? role),
      );
      const isNew = kind === 'belongs-to' && required && before?.required !== true;
      return isNew ? [relationQuestion(name, role)] : [];
    });
  });
}

/** Rows that are there and are to belong to the account that made them: nobody knows which. */
function ownerless({ base, blueprint, renames }: State): Remark[] {
  const old = new Map(base.entities.map((entity) => [entity.name, entity]));
  return blueprint.entities.flatMap(({ name, access }) => {
    const was = old.get(renames[name] ?? name);
    if (access?.rows !== 'own' || was === undefined || was.access?.rows === 'own') return [];
    return [ownerQuestion(name)];
  });
}

function isRequired({ entities }: Blueprint, path: string): boolean {
  const [entity, field] = partsOf(path);
  const fields = entities.find(({ name }) => name === entity)?.fields ?? [];
  return fields.some(({ name, required }) => name === field && required);
}

function partsOf(path: string): [entity: string, field: string] {
  const [entity = '', field = ''] = path.split('.');
  return [entity, field];
}

function distinct(remarks: readonly Remark[]): Remark[] {
  const texts = new Set<string>();
  return remarks.filter(({ path, text }) => {
    const key = `${path} ${text}`;
    return !texts.has(key) && texts.add(key);
  });
}
