import type { Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { stateCalled } from './choices.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const ASKING =
  /^(list|lists|get|gets|return|returns|show|shows|fetch|retrieve|removes?|deletes?|clears?|purges?|drops?|all|the|every|of|a|currently)$/;

/** "Open polls", "all active monitors": a list of the rows in the state that its summary names. */
export function statedConditions(inference: Inference, draft: Draft, facts: Facts): Condition[] {
  const { operation } = facts.subject;
  const words = wordsOf(operation.summary);
  while (ASKING.test(words[0] ?? '')) words.shift();
  const [state = '', noun = ''] = words;
  const told = saidOfRows(inference, draft, facts);
  if (told !== null) return [told];
  if (singular(noun) !== draft.words.at(-1) || singular(noun) === noun) return [];
  const found = switchNamed(draft, state) ?? choiceNamed(inference, draft, facts, state);
  if (found === null) return [];
  const isAsked = operation.parameters.some(
    ({ name }) => findMember(draft, name)?.name === found.member,
  );
  return isAsked ? [] : [found];
}

/** "Names of those who accepted": the state that a list is of. */
function saidOfRows(inference: Inference, draft: Draft, { subject }: Facts): Condition | null {
  const { operation } = subject;
  const answer = successOf(operation)?.response.description.toLowerCase() ?? '';
  for (const text of [operation.text, answer])
    for (const [, word = ''] of text.matchAll(
      /\b(?:those|guests|people|users|members|all|[a-z]+s)(?: (?:of|in|on) (?:the |a |this )?[a-z]+)? (?:who|that|which) (?:have |has |are |were )?(?:been )?([a-z]+)\b(?! by| in| to| of)/g,
    )) {
      const state = stateCalled(inference, draft, word);
      const isAsked = operation.parameters.some(
        ({ name }) => state !== null && findMember(draft, name)?.name === state.member,
      );
      if (state !== null && !isAsked) return constant(state.member, state.value);
    }
  return null;
}

/** "Events that have not been cancelled": a list without the rows in a state. */
export function statedExceptions(
  inference: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): { member: string; value: string | boolean }[] {
  const noun = draft.words.at(-1) ?? draft.noun;
  const found = operation.text.matchAll(
    /\b([a-z]+) (?:that|which|who) (?:have|has|are|were|is) (?:not|never)(?: been)?(?: yet)? ([a-z]+(?: (?:in|out|off|up|back))?)\b/g,
  );
  for (const [, who = '', word = ''] of found) {
    const state = singular(who) === noun ? stateCalled(inference, draft, plain(word)) : null;
    if (state !== null) return [state];
  }
  return [];
}

function constant(member: string, value: string | boolean): Condition {
  return { member, source: { in: 'constant', value } };
}

function switchNamed({ members }: Draft, state: string): Condition | null {
  for (const { kind, name } of members.values()) {
    if (kind !== 'boolean') continue;
    const own = plain(name).replace(/^(is|has)/, '');
    if (own === state) return constant(name, true);
    if (`un${own}` === state || `in${own}` === state) return constant(name, false);
  }
  return null;
}

function choiceNamed(
  { root }: Inference,
  draft: Draft,
  { row }: Facts,
  state: string,
): Condition | null {
  for (const [name, raw] of row?.schema.properties ?? []) {
    const member = findMember(draft, name);
    const { choices, type } = flatten(root, raw);
    const choice = choices?.find((each) => typeof each === 'string' && plain(each) === state);
    if (member !== undefined && type === 'string' && typeof choice === 'string')
      return constant(member.name, choice);
  }
  return null;
}
