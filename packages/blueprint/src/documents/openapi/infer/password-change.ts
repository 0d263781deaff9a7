import type { Condition } from '@quantumlayer/contracts';
import { hasStatus } from '../operations.ts';
import type { Deciding, Decision } from './deciding.ts';
import { resourceName } from './draft.ts';
import { memberFor } from './keys.ts';
import { passwordChangeIn } from './password-said.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

/** Whoever is signed in has another password from now on, and has to know the one that it replaces where the body says it. */
export function decidePasswordChange(deciding: Deciding): Decision | null {
  const { inference, views, facts, access } = deciding;
  const { operation } = facts.subject;
  const { accounts } = inference;
  const change = passwordChangeIn(operation);
  if (change === null) return null;
  const { current, next, others } = change;
  const names = [...(current === null ? [] : [current]), next];
  const isOwn = access.for === 'session' && !access.optional && !access.orKey;
  if (accounts === null || accounts.draft.key === null || !isOwn)
    return ask(facts, 'secret', names);
  const [named, ...further] = operation.parameters.filter(({ in: place }) => place === 'path');
  const isKnown =
    named === undefined || memberFor(accounts.draft, named.name) === accounts.draft.key.member;
  if (!isKnown || further.length > 0) return ask(facts, 'secret', names);
  if (others.length > 0) return ask(facts, 'secret', [...names, ...others]);
  const { draft, password } = accounts;
  const answer = buildAnswer({ inference, views, operation, draft, figures: [], many: false });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { member } = accounts.draft.key;
  const given = (name: string): Condition => ({
    member: password,
    source: { in: 'body', name },
  });
  return {
    ...{ kind: 'change', resource: resourceName(draft), parents: [] },
    ...(named === undefined
      ? { scope: 'all', where: [{ member, source: { in: 'account', name: member } }] }
      : {
          // Nobody changes it for somebody else, whatever they know.
          scope: hasStatus(operation, 403) ? 'own-or-forbidden' : 'own-or-hidden',
          where: [{ member, source: { in: 'path', name: named.name } }],
        }),
    set: [given(next)],
    opens: current === null ? null : given(current),
    ...{ ifMatch: null, whole: false, makes: false, answer: answer.answer },
  };
}
