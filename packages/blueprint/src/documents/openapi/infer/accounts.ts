import { asObject, type JsonObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { type Accounts, addMember, createDraft, type Draft, type Inference } from './draft.ts';
import { isPasswordName, loginNames } from './names.ts';
import type { Subject } from './subjects.ts';
import { verbKind } from './verbs.ts';

const PEOPLE =
  /^(user|account|member|customer|person|author|client|admin|profile|employee|player|student)s?$/;

/** Who signs in, by the operations that take a password; null where nobody does. */
export function findAccounts(inference: Inference): Accounts | null {
  const { subjects } = inference;
  const withPassword = subjects.filter(({ operation }) => passwordOf(operation) !== null);
  const login = withPassword.find((one) => isLogin(one)) ?? null;
  const others = withPassword.filter((one) => one !== login && !isLogin(one));
  const register =
    others.find(isRegister) ?? others.find(({ operation }) => operation.method === 'post') ?? null;
  const usesBasic = subjects.some(({ operation }) => usesScheme(inference, operation, 'basic'));
  if (register === null && login === null) return null;
  if (login === null && !usesBasic && register !== null && !isRegister(register)) return null;
  const draft = draftOf(inference, register, login);
  const taking = (register ?? login)?.operation;
  const password = (taking && passwordOf(taking)) ?? 'password';
  const logins = loginsOf(register?.operation ?? null, login?.operation ?? null);
  if (logins.length === 0) return null;
  addMember(draft, password, { kind: 'password', nullable: false });
  for (const name of logins)
    addMember(draft, name, {
      kind: 'text',
      nullable: false,
      unique: true,
      ...(/mail/i.test(name) && { caseless: true as const }),
    }); // a literal
  return {
    draft,
    logins,
    password,
    role: null,
    login: login?.operation ?? null,
    register: register?.operation ?? null,
    logout: new Set(
      subjects
        .filter((one) => isLogout(one) || takesBack(one, login))
        .map(({ operation }) => operation),
    ),
  };
}

/** The accounts are what the registering operation makes, or where the document has a word for people. */
function draftOf(
  { drafts, subjects }: Inference,
  register: Subject | null,
  login: Subject | null,
): Draft {
  const people = [...drafts.values()].find((one) => PEOPLE.test(one.noun) && !isWithin(one));
  const own = register && PEOPLE.test(register.noun) ? drafts.get(register.noun) : undefined;
  const draft = own ?? people ?? createDraft('user', ['user']);
  if (!drafts.has(draft.noun)) drafts.set(draft.noun, draft);
  for (const subject of subjects)
    if (subject === register || subject === login || isLogout(subject)) leave(drafts, subject);
  return draft;
}

/** Members of a room are no accounts: they are only ever met below a room. */
function isWithin({ subjects }: Draft): boolean {
  return subjects.length > 0 && subjects.every(({ parents }) => parents.length > 0);
}

function leave(drafts: Map<string, Draft>, subject: Subject): void {
  for (const [noun, draft] of drafts) {
    const at = draft.subjects.indexOf(subject);
    if (at >= 0) draft.subjects.splice(at, 1);
    if (draft.subjects.length === 0 && !PEOPLE.test(noun)) drafts.delete(noun);
  }
}

export function passwordOf({ body, parameters }: Operation): string | null {
  const given = [...(body?.schema.properties ?? [])];
  const inBody = (given.find(([name]) => isPasswordName(name)) ??
    given.find(isPasswordByFormat))?.[0];
  return inBody ?? parameters.find(({ name }) => isPasswordName(name))?.name ?? null;
}

/** Whatever it is called: its format says what it is. */
function isPasswordByFormat([, { format }]: [string, JsonObject]): boolean {
  return format === 'password';
}

function wordsAbout({ operation, action, nounWords }: Subject): string[] {
  return [...operation.words, ...operation.segments.flatMap(wordsOf), ...action, ...nounWords];
}

function isLogin(subject: Subject): boolean {
  const { operation } = subject;
  const words = wordsAbout(subject);
  const joined = words.join(' ');
  if (/\b(register|signup|sign up|reset|forgot|change|create user|create account)\b/.test(joined))
    return false;
  const says =
    words.some((word) => verbKind(word) === 'login') || /\b(log in|sign in)\b/.test(joined);
  const session =
    /\b(session|token|auth)s?\b/.test(joined) && ['post', 'put'].includes(operation.method);
  return (
    says ||
    (session && passwordOf(operation) !== null) ||
    /^(log ?in|sign ?in|authenticate)/.test(operation.text)
  );
}

function isRegister(subject: Subject): boolean {
  const words = wordsAbout(subject);
  const joined = words.join(' ');
  if (subject.operation.method !== 'post' && subject.operation.method !== 'put') return false;
  if (words.some((word) => verbKind(word) === 'register')) return true;
  if (
    /\bsign ?up\b/.test(joined) ||
    /\b(register|sign up|create an? (new )?(user|account))/.test(subject.operation.text)
  )
    return true;
  return PEOPLE.test(singular(subject.noun)) && subject.own === null;
}

function isLogout(subject: Subject): boolean {
  const words = wordsAbout(subject);
  if (
    words.some((word) => verbKind(word) === 'logout') ||
    /\b(log|sign) ?(out|off)\b/.test(words.join(' '))
  )
    return true;
  return (
    subject.operation.method === 'delete' &&
    /^sessions?$/.test(subject.noun) &&
    subject.own === null
  );
}

/** `DELETE /tokens` takes back what `POST /tokens` gave to whoever signed in. */
function takesBack({ operation, own }: Subject, login: Subject | null): boolean {
  return operation.method === 'delete' && own === null && operation.path === login?.operation.path;
}

function loginsOf(register: Operation | null, login: Operation | null): string[] {
  const names = (operation: Operation | null) => [
    ...(operation?.body?.schema.properties.keys() ?? []),
    ...(operation?.parameters
      .filter(({ in: place }) => place === 'query')
      .map(({ name }) => name) ?? []),
  ];
  const taken = names(login).filter((name) => !isPasswordName(name));
  const known = names(register).map(plain);
  const wanted = loginNames(login === null ? names(register) : taken);
  if (wanted.length > 0) return register === null ? wanted : mapped(wanted, known, names(register));
  const [only, ...others] = taken;
  return only !== undefined && others.length === 0 ? [only] : [];
}

/** `login` may stand for what was registered as `username` or `email`. */
function mapped(wanted: string[], known: string[], all: string[]): string[] {
  const direct = wanted.filter((name) => known.includes(plain(name)));
  return direct.length > 0 ? direct : loginNames(all);
}

function usesScheme({ root }: Inference, { security }: Operation, scheme: string): boolean {
  const schemes = schemesOf(root);
  return (security ?? []).some((names) => names.some((name) => schemes.get(name)?.kind === scheme));
}

type Scheme = {
  kind: 'bearer' | 'basic' | 'cookie' | 'header' | 'query';
  name: string;
  description: string;
};

/** The security schemes by name. Tokens of OAuth and OpenID Connect travel as bearer tokens. */
export function schemesOf(root: Inference['root']): Map<string, Scheme> {
  const schemes = asObject(asObject(root.components).securitySchemes);
  const found = new Map<string, Scheme>();
  for (const [name, value] of Object.entries(schemes)) {
    const raw = asObject(value);
    const description = String(raw.description ?? '').toLowerCase();
    const place = String(raw.in ?? 'header');
    const isKey = raw.type === 'apiKey';
    const isBearerHeader = isKey && place === 'header' && /^authorization$/i.test(String(raw.name));
    if (isKey && !isBearerHeader && (place === 'cookie' || place === 'query' || place === 'header'))
      found.set(name, { kind: place, name: String(raw.name), description });
    else if (raw.type === 'http' && String(raw.scheme).toLowerCase() === 'basic')
      found.set(name, { kind: 'basic', name: '', description });
    else found.set(name, { kind: 'bearer', name: '', description });
  }
  return found;
}
