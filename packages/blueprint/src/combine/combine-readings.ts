import type { Blueprint, Reading, Remark } from '@quantumlayer/contracts';
import { checkBlueprint } from '../check-blueprint.ts';
import { type Addition, additionsOf } from './additions.ts';
import { conflictsOf } from './conflicts.ts';

/**
 * What a prompt adds to a document. The document is the base: entities, fields and relations that both name stay as the
 * document has them; where the prompt says something else of them, and where what it adds does not fit, that is asked.
 */
export function combineReadings(base: Reading, said: Reading): Reading {
  let { blueprint } = base;
  const refused: Remark[] = [];
  for (const addition of additionsOf(base.blueprint, said)) {
    const next = tryAddition(blueprint, addition);
    if (typeof next === 'string')
      refused.push({
        path: addition.path,
        text: `${addition.what} does not fit the document and was left out: ${next}`,
        answers: [],
      });
    else blueprint = next;
  }
  const isOfPrompt = ({ path }: Remark) => !isOfDocument(base.blueprint, path);
  return {
    ...base,
    blueprint: identify(blueprint, said),
    phrases: said.phrases,
    notUnderstood: said.notUnderstood,
    assumptions: [...base.assumptions, ...said.assumptions.filter(isOfPrompt)],
    questions: [
      ...base.questions,
      ...conflictsOf(base.blueprint, said.blueprint),
      ...refused,
      ...said.questions.filter(isOfPrompt),
    ],
  };
}

/** The blueprint with an addition, or why it would be none. */
function tryAddition(blueprint: Blueprint, { apply }: Addition): Blueprint | string {
  const next = apply(structuredClone(blueprint));
  if (next === null) return blueprint;
  const checked = checkBlueprint(next);
  return checked.ok ? checked.blueprint : (checked.problems[0]?.message ?? 'it is not sound.');
}

/** What the prompt reader assumes or asks of things that the document settles. */
function isOfDocument({ entities }: Blueprint, path: string): boolean {
  const [entity = '', member] = path.split('.');
  const known = entities.find(({ name }) => name.toLowerCase() === entity.toLowerCase());
  if (known === undefined) return path === 'name';
  return (
    member === undefined || member === 'name' || known.fields.some(({ name }) => name === member)
  );
}

/** A prompt that names the app wins over a file name. */
function identify(blueprint: Blueprint, said: Reading): Blueprint {
  const isNamed = !said.assumptions.some(({ path }) => path === 'name');
  const { name, title, description } = said.blueprint;
  return isNamed ? { ...blueprint, name, title, description } : { ...blueprint, description };
}
