import type { Behaviour, ContractAnswer, Figure } from '@quantumlayer/contracts';
import { successOf } from '../operations.ts';
import { plain } from '../words.ts';
import { passwordOf } from './accounts.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Accounts, findMember, resourceName } from './draft.ts';
import { isPasswordName } from './names.ts';
import { assignmentsOf } from './places.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';
import { suggestsOf } from './suggestions.ts';

/** Registering, signing in and out; null for every other operation. */
export function decideSigning(deciding: Deciding): Decision | null {
  const { inference, facts } = deciding;
  const { accounts } = inference;
  const { operation } = facts.subject;
  if (accounts === null) return null;
  if (accounts.logout.has(operation)) return decideLogout(deciding);
  if (operation === accounts.login) return decideLogin(deciding, accounts);
  return operation === accounts.register ? decideRegister(deciding, accounts) : null;
}

const SIGNED_IN: readonly Figure[] = ['token', 'expires'];

function decideLogin(deciding: Deciding, accounts: Accounts): Decision {
  const { inference, views, facts } = deciding;
  const { operation } = facts.subject;
  const answer = buildAnswer({
    inference,
    views,
    operation,
    draft: accounts.draft,
    figures: SIGNED_IN,
    many: false,
  });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const given = [
    ...(operation.body?.schema.properties.keys() ?? []),
    ...operation.parameters.map(({ name }) => name),
  ].filter((name) => !isPasswordName(name));
  const login = accounts.logins.flatMap((member) => {
    const property =
      given.find((name) => plain(name) === plain(member)) ??
      (given.length === 1
        ? given[0]
        : given.find((name) => /login|user|email|identifier/i.test(name)));
    return property === undefined ? [] : [{ member, property }];
  });
  const password = passwordOf(operation);
  if (login.length === 0 || password === null) return ask(facts, 'body');
  const cookie = setsCookie(deciding, answer.answer) ? { cookie: 'set' as const } : {};
  return { kind: 'login', answer: { ...answer.answer, ...cookie }, login, password };
}

/** A header says so, or there is no token in the answer. */
function setsCookie({ facts }: Deciding, answer: ContractAnswer): boolean {
  const headers = successOf(facts.subject.operation)?.response.headers ?? [];
  return (
    headers.some(({ name }) => /^set-cookie$/i.test(name)) ||
    /\bcookie\b/.test(facts.subject.operation.text) ||
    !JSON.stringify(answer.body).includes('"token"')
  );
}

function decideLogout(deciding: Deciding): Decision {
  const { inference, views, facts } = deciding;
  const answer = buildAnswer({
    inference,
    views,
    operation: facts.subject.operation,
    draft: null,
    figures: [],
    many: false,
  });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  return { kind: 'logout', answer: { ...answer.answer, cookie: 'clear' } };
}

function decideRegister(deciding: Deciding, accounts: Accounts): Decision {
  const { inference, views, facts } = deciding;
  const { operation } = facts.subject;
  const { draft } = accounts;
  const answer = buildAnswer({
    inference,
    views,
    operation,
    draft,
    figures: SIGNED_IN,
    many: false,
    prefer: 201,
  });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const set = assignmentsOf(inference, draft, { ...facts, intent: 'create' });
  if (!set.some(({ member }) => findMember(draft, member)?.kind === 'password'))
    return ask(facts, 'body');
  const headers = successOf(operation)?.response.headers ?? [];
  const signsIn =
    JSON.stringify(answer.answer.body).includes('"token"') ||
    headers.some(({ name }) => /^set-cookie$/i.test(name));
  const cookie = headers.some(({ name }) => /^set-cookie$/i.test(name))
    ? { cookie: 'set' as const }
    : {};
  const suggests = suggestsOf(inference, draft, facts, set);
  return {
    ...(suggests !== null && { suggests }),
    ...{
      kind: 'create',
      resource: resourceName(draft),
      parents: [],
      where: [],
      set,
      answer: { ...answer.answer, ...cookie },
    },
    ...{ shows: null, registers: true, signIn: signsIn, replaces: false, many: false },
  } satisfies Behaviour;
}
