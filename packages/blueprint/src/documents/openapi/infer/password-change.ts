import type { Condition } from '@quantumlayer/contracts';
import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import type { Deciding, Decision } from './deciding.ts';
import { resourceName } from './draft.ts';
import { isPasswordName } from './names.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

const CURRENT =
  /^(current|old|existing|previous|present|actual)(password|passphrase|passcode|pwd|pass)?$/;
const NEXT = /^(new|next|updated|desired)(password|passphrase|passcode|pwd|pass)?$/;
const PASSWORD = /pass ?(word|phrase|code)|\bpwd\b/i;

/** What a body says of a password that takes the place of another one, by the names of its members. */
type PasswordChange = { current: string | null; next: string; others: readonly string[] };

/** `PUT /password {current, next}`, `POST /change-password {old_password, new_password}`; null for everything else. */
export function passwordChangeIn({
  body,
  segments,
  words,
  text,
}: Operation): PasswordChange | null {
  const names = [...(body?.schema.properties.keys() ?? [])];
  const current = names.find((name) => CURRENT.test(plain(name))) ?? null;
  const next =
    names.find((name) => NEXT.test(plain(name))) ??
    (current === null ? undefined : names.find((name) => isPasswordName(name)));
  if (next === undefined) return null;
  const said = [...segments, ...words, text, current ?? '', next].join(' ');
  if (!PASSWORD.test(said)) return null;
  return { current, next, others: names.filter((name) => name !== current && name !== next) };
}

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
  const isNamed = operation.parameters.some(({ in: place }) => place === 'path');
  if (accounts === null || accounts.draft.key === null || !isOwn || isNamed)
    return ask(facts, 'secret', names);
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
    ...{ kind: 'change', resource: resourceName(draft), parents: [], scope: 'all' },
    where: [{ member, source: { in: 'account', name: member } }],
    set: [given(next)],
    opens: current === null ? null : given(current),
    ...{ ifMatch: null, whole: false, makes: false, answer: answer.answer },
  };
}
