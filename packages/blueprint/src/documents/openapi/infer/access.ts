import type { Carrier, ContractOperation } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { hasStatus, type Operation, successOf } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import { schemesOf } from './accounts.ts';
import { opensByScheme, opensOf } from './conditional.ts';
import type { Draft, Inference } from './draft.ts';
import { isSecretName, isTokenName } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { othersOf } from './others.ts';
import { roleOf } from './roles.ts';
import { answerSchema } from './row-schema.ts';

type Access = ContractOperation['access'];
type Judged = { facts: Facts; access: Access };

/** Who may call an operation: what its security says, else its answers to who is not signed in. */
export function accessOf(inference: Inference, facts: Facts): Access {
  const { operation } = facts.subject;
  const { accounts } = inference;
  const isEntrance = operation === accounts?.login || operation === accounts?.register;
  if (isEntrance) return { for: 'everybody' };
  const { security } = operation;
  const role = accounts === null ? null : roleOf(operation);
  if (security === null || security.every((names) => names.length === 0))
    return accounts !== null && (asksToSignIn(operation) || changesAccount(inference, facts))
      ? { for: 'session', role, optional: false, orKey: false }
      : { for: 'everybody' };
  const optional = security.some((names) => names.length === 0);
  const draft = inference.drafts.get(facts.subject.noun);
  // Who has to sign in has to, also where the request brings a secret of the record.
  const isOpened =
    draft !== undefined &&
    (accounts === null ? opensOf(inference, draft, facts) : opensByScheme(inference, draft, facts));
  if (OPENED.includes(facts.intent) && isOpened) return { for: 'everybody' };
  if (accounts === null) return optional ? { for: 'everybody' } : { for: 'key' };
  const schemes = schemesOf(inference.root);
  const kinds = security.flatMap((names) => names.map((name) => schemes.get(name)));
  const isSession = kinds.some(
    (scheme) => scheme !== undefined && isSessionScheme(inference, scheme),
  );
  const isKey = kinds.some((scheme) => scheme !== undefined && !isSessionScheme(inference, scheme));
  return isSession ? { for: 'session', role, optional, orKey: isKey } : { for: 'key' };
}

/** What asks for the secret of a record before it does anything. */
const OPENED: readonly Facts['intent'][] = ['read', 'download', 'replace', 'update', 'remove'];

/** A key in a header of its own opens a session only where signing in is not by token or cookie. */
function isSessionScheme(
  inference: Inference,
  { kind, name, description }: { kind: string; name: string; description: string },
): boolean {
  if (kind === 'bearer' || kind === 'basic' || kind === 'cookie') return true;
  const others = [...schemesOf(inference.root).values()].some(
    (one) => one.kind === 'bearer' || one.kind === 'basic' || one.kind === 'cookie',
  );
  const isToken = isTokenName(name) && !/apikey/.test(plain(name));
  return !others || isToken || /session|log ?in|sign ?in/.test(description);
}

/** Whatever the document says, an account is changed and removed by its owner alone. */
function changesAccount({ accounts }: Inference, { subject, intent }: Facts): boolean {
  return accounts?.draft.noun === subject.noun && ['replace', 'update', 'remove'].includes(intent);
}

/** Nothing is asked for by name, but a header carries a token or there is an answer for who is not signed in. */
function asksToSignIn(operation: Operation): boolean {
  if (operation.parameters.some(isTokenParameter)) return true;
  if (isAboutSecret(operation)) return false;
  return hasStatus(operation, 401);
}

function isTokenParameter({ in: place, name }: { in: string; name: string }): boolean {
  return (
    place === 'header' && (/^authorization$/i.test(name) || isTokenName(name.replace(/^x-/i, '')))
  );
}

/** A secret in the request itself opens the record. */
function isAboutSecret({ parameters, body }: Operation): boolean {
  const names = [...parameters.map(({ name }) => name), ...(body?.schema.properties.keys() ?? [])];
  return names.some((name) => isSecretName(name) || isTokenName(name));
}

/** Where the tokens of sessions, and the key of the configuration, stand in requests. */
export function carriersOf(
  inference: Inference,
  operations: readonly { operation: Operation; access: Access }[],
): { session: Carrier[]; key: Carrier[] } {
  const schemes = schemesOf(inference.root);
  const session: Carrier[] = [];
  const key: Carrier[] = [];
  const add = (list: Carrier[], carrier: Carrier) => {
    if (!list.some((one) => JSON.stringify(one) === JSON.stringify(carrier))) list.push(carrier);
  };
  for (const { operation, access } of operations) {
    if (access.for === 'everybody') continue;
    const target = access.for === 'session' ? session : key;
    for (const name of (operation.security ?? []).flat()) {
      const scheme = schemes.get(name);
      if (scheme === undefined) continue;
      const isOther = access.for === 'session' && !isSessionScheme(inference, scheme);
      add(isOther ? key : target, toCarrier(scheme));
    }
    for (const { name, in: place } of operation.parameters)
      if (access.for === 'session' && isTokenParameter({ name, in: place }))
        add(target, /^authorization$/i.test(name) ? { kind: 'bearer' } : { kind: 'header', name });
  }
  if (inference.accounts !== null && session.length === 0) add(session, carrierOfLogin(inference));
  return { session: session.slice(0, 5), key: key.slice(0, 5) };
}

function toCarrier({
  kind,
  name,
}: {
  kind: 'bearer' | 'basic' | 'cookie' | 'header' | 'query';
  name: string;
}): Carrier {
  return kind === 'bearer' || kind === 'basic' ? { kind } : { kind, name };
}

/** A login that answers with a token means bearer tokens, one that does not a cookie. */
function carrierOfLogin({ accounts, root }: Inference): Carrier {
  const answer = accounts?.login == null ? null : answerSchema(accounts.login);
  const names =
    answer === null
      ? []
      : [...answer.properties].flatMap(([name, raw]) => [
          name,
          ...flatten(root, raw).properties.keys(),
        ]);
  if (names.some(isTokenName)) return { kind: 'bearer' };
  const { headers = [], description = '' } =
    (accounts?.login && successOf(accounts.login)?.response) || {};
  const cookie = headers.find(({ name }) => /^set-cookie$/i.test(name));
  const said = /(?:cookie|named?|called)\W+([A-Za-z_][\w-]{2,40})\b/.exec(
    `${cookie?.description ?? ''} ${description}`,
  )?.[1];
  return {
    kind: 'cookie',
    name:
      said !== undefined && !/^(is|named|called|with|that|for|set|the|to)$/i.test(said)
        ? said
        : 'session',
  };
}

/** Whose records an operation reaches. */
export function scopeOf(
  draft: Draft,
  facts: Facts,
  access: Access,
  all: readonly Judged[],
): 'all' | 'own-or-hidden' | 'own-or-forbidden' {
  const { operation } = facts.subject;
  if (draft.owner === null || access.for !== 'session' || access.role !== null) return 'all';
  const refusal = hasStatus(operation, 403) ? 'own-or-forbidden' : 'own-or-hidden';
  const { intent } = facts;
  const changes =
    ['replace', 'update', 'remove'].includes(intent) ||
    (intent === 'deed' && !isOfEverybody(facts));
  if (changes) return EVERYBODY_MAY.test(operation.text) ? 'all' : refusal;
  if (intent === 'deed') return 'all';
  if (isOfCaller(facts)) return 'own-or-hidden';
  return isPrivate(draft, all) ? refusal : 'all';
}

/** "Everybody may change it" who may call at all. */
const EVERYBODY_MAY =
  /\b(everybody|everyone|anybody|anyone|(all|every|any) users?)( (who|that) is (signed|logged)[- ]in)? (may|can)\b/;

const OF_CALLER =
  /\b(one['’]s|(the )?caller['’]s?|(of|for|by|made by|belonging to) the (caller|owner|(current|calling|authenticated|signed[- ]in|logged[- ]in) (user|account|host|person))|(current|authenticated|signed[- ]in|logged[- ]in) user['’]s?|their own|your own)\b/;

/** `/me/bookings`, "my bookings": the own ones, though others are for everybody to see. */
function isOfCaller({ intent, subject: { operation, parents } }: Facts): boolean {
  if (intent !== 'list' && intent !== 'search') return false;
  const isBelowMe = operation.segments.some((segment) => /^(me|my|mine|self)$/i.test(segment));
  const isSaid =
    parents.length === 0 && OF_CALLER.test(operation.text) && !SHARED.test(operation.text);
  const isCalled = operation.words.some((word) => /^(own|my|mine)$/.test(word));
  return (
    isBelowMe ||
    isSaid ||
    isCalled ||
    /^(list |get |all |show |find )*(of )?(my|your) \w/i.test(operation.summary)
  );
}

/** Whether a record of somebody else may be named on the way to those below it. */
export function scopeOfParent(
  parent: Draft,
  facts: Facts,
  access: Access,
  all: readonly Judged[],
): 'all' | 'own-or-hidden' | 'own-or-forbidden' {
  if (parent.owner === null || access.for !== 'session' || access.role !== null) return 'all';
  if (othersOf(facts) !== null) return 'all';
  if (refusesStrangers(facts)) return 'own-or-forbidden';
  if (isForOwnerOnly(facts, parent))
    return hasStatus(facts.subject.operation, 403) ? 'own-or-forbidden' : 'own-or-hidden';
  if (!isPrivate(parent, all)) return 'all';
  return hasStatus(facts.subject.operation, 403) ? 'own-or-forbidden' : 'own-or-hidden';
}

const NOT_YOURS =
  /\b(your|yours|owns?|owners?|owned|belongs?|some(body|one) else|another (user|person)|other users?)\b/i;
const FOR_OWNERS = /\bonly (the |its |an? )?(owner|author|creator)\b/;

/** Everybody may look, and what is below changes who owns what is above: "Not your album", "only the owner may add". */
function refusesStrangers({ intent, subject: { operation } }: Facts): boolean {
  const refusal = operation.responses.find(({ status }) => status === '403');
  const changes = ['create', 'replace', 'update', 'remove'].includes(intent);
  if (refusal === undefined || !changes) return false;
  const isSaid = intent === 'create' && FOR_OWNERS.test(operation.text);
  return isSaid || NOT_YOURS.test(refusal.description ?? '');
}

const OWNERS = 'owner|author|creator|host|organi[sz]er|maker|admin|uploader|poster|seller|teacher';

/** "By its host only", "only the owner sees them", "no such event of yours": though everybody may look at what is above. */
function isForOwnerOnly({ subject: { operation } }: Facts, parent: Draft): boolean {
  const { text, responses } = operation;
  const noun = parent.words.at(-1) ?? parent.noun;
  const owners = [OWNERS, ...makersOf(parent)].join('|');
  const who = `(?:the|its|their|an?)(?: ${noun}(?:'s|’s)?)? (?:${owners})`;
  const isSaid = new RegExp(
    `[(,] ?(?:${owners})s? only\\b|\\bonly (?:by |for |to )?${who}\\b|\\b(?:by|for|to) ${who}(?: of the ${noun})? (?:only|alone)\\b|\\b${who} (?:only|alone)\\b`,
  ).test(text);
  const missing = responses.find(({ status }) => status === '404')?.description.toLowerCase() ?? '';
  return (
    isSaid ||
    new RegExp(`\\b${noun} of (?:yours|(?:this|the) (?:${OWNERS}|user|caller))\\b`).test(missing)
  );
}

/** `reporter` of what has a `reporterId` that is its owner's. */
function makersOf({ members }: Draft): string[] {
  return [...members.values()].flatMap(({ made, name }) => {
    const [stem = '', ...more] = wordsOf(name).filter((word) => !/^(id|uuid|name)$/.test(word));
    return made === 'owner' && more.length === 0 && /^[a-z]{4,}$/.test(stem) ? [stem] : [];
  });
}

/** Likes and votes are for the records of others. */
function isOfEverybody({ subject: { action } }: Facts): boolean {
  return /\b(like|unlike|dislike|upvote|downvote|vote|follow|unfollow|star|unstar|favou?rite|bookmark|join|click|visit|view|rate|report|share|buy|purchase|borrow|return|reserve|book)\b/.test(
    action.join(' '),
  );
}

const MINE =
  /\b(my|own|their own|your|owned|current user|authenticated user|logged[- ]in user|signed[- ]in user|belong(s|ing) to (the|you)|of the (current|authenticated|logged|calling|signed)|for the (current|authenticated|logged|calling)|only the owner|caller)\b/;
const SHARED =
  /\b(all users|everyone|everybody|anyone|public|any user|shared|of all|other users)\b/;

/** Records are private when none of them can be read without signing in, and nothing shows whose they are. */
export function isPrivate(draft: Draft, all: readonly Judged[]): boolean {
  const reading = all.filter(
    ({ facts: { intent, subject } }) =>
      subject.noun === draft.noun && ['list', 'read', 'search', 'download'].includes(intent),
  );
  if (reading.some(({ access }) => access.for !== 'session')) return false;
  const texts = all
    .filter(({ facts }) => facts.subject.noun === draft.noun)
    .map(({ facts }) => facts.subject.operation.text)
    .join(' ');
  if (MINE.test(texts)) return true;
  if (SHARED.test(texts)) return false;
  const shows = [...draft.members.values()].some(
    ({ made, name }) => made === 'owner' && !/id$/.test(plain(name)),
  );
  return !shows;
}
