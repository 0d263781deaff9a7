import { type Flat, flatten } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, keyOf } from './draft.ts';
import { isSaidToBeMade, writtenOf } from './members.ts';
import { isKeyName, isSecretName } from './names.ts';
import type { Facts } from './operation-facts.ts';

/** Decides what names a record of a draft: a member that is shown, or one that only the paths know. */
export function decideKey(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  const parameters = facts.flatMap(({ subject: { own, operation } }) =>
    own === null
      ? []
      : [
          {
            name: own,
            schema: operation.parameters.find(({ name }) => name === own)?.schema ?? null,
          },
        ],
  );
  const shown = shownProperties(inference, facts);
  const candidates = [...shown.keys()].filter((name) => isKeyName(name, draft.words));
  const wanted =
    parameters[0]?.name ?? facts.find(({ ownBy }) => ownBy !== null)?.ownBy?.name ?? null;
  const called =
    wanted === null ? undefined : [...shown.keys()].find((name) => plain(name) === plain(wanted));
  // What is told once is no name by which the server could know a record.
  const exact = called !== undefined && isToldOnce(facts, called) ? undefined : called;
  const isSecret = exact !== called;
  const rest =
    wanted === null ? undefined : [...shown.keys()].find((name) => isRestOf(wanted, name, draft));
  const isOwnId = wanted !== null && isKeyName(wanted, draft.words);
  const name =
    candidates[0] ??
    exact ??
    (isSecret ? HIDDEN_KEY : undefined) ??
    rest ??
    wanted ??
    naturalKey(inference, facts) ??
    'id';
  const schema = isSecret ? null : (shown.get(name) ?? parameters[0]?.schema ?? null);
  const made = madeBy(inference, { draft, facts, name, schema });
  const around = [...draft.parents.values()][0];
  if (around !== undefined && isNamedWithin(facts, made)) {
    keyWithin(draft, { name, around, schema });
    return;
  }
  draft.key = {
    member: name,
    made,
    kind: made === 'number' || schema?.type === 'integer' ? 'integer' : 'text',
  };
  const known = findMember(draft, name);
  if (known === undefined) addMember(draft, name, { kind: draft.key.kind, nullable: false });
  else draft.members.set(keyOf(draft, name), { ...known, kind: draft.key.kind, nullable: false });
  if (!isOwnId && wanted !== null && exact !== undefined && exact !== name)
    markUnique(draft, exact);
}

/** `/carts/{cartId}/lines/{sku}`, `add_to_cart {cart_id, item_id}`: a client names the record, and only among those of its parent. */
function isNamedWithin(facts: readonly Facts[], made: NonNullable<Draft['key']>['made']): boolean {
  const named = facts.filter(
    ({ subject: { own }, ownBy, intent }) => own !== null || ownBy !== null || intent === 'create',
  );
  return (
    ['client', 'either'].includes(made) &&
    named.length > 0 &&
    named.every(({ subject: { parents } }) => parents.length > 0)
  );
}

/** Whoever makes it is told a secret that no list of the records shows, or that is "never shown again". */
function isToldOnce(facts: readonly Facts[], name: string): boolean {
  if (!isSecretName(name)) return false;
  const has = ({ row }: Facts) => row?.schema.properties.has(name) === true;
  const isOnce = facts.every((one) => one.intent === 'create' || !has(one));
  const isListed = facts.some(({ intent, row }) => intent === 'list' && row !== null);
  const isSaid = facts.some(({ subject: { operation } }) =>
    /\b(never|not) (shown |told |given |returned )?again\b|\b(shown|returned|given|told) (only )?once\b/.test(
      operation.text,
    ),
  );
  // A code may be short and stand in lists of others; a token is for nobody but who was told it.
  const isToken = /(token|secret)$/.test(plain(name));
  return isOnce && facts.some(has) && (isListed || isSaid || isToken);
}

/** The key of the table, which the document does not know. */
const HIDDEN_KEY = 'row-id';

function keyWithin(
  draft: Draft,
  { name, around, schema }: { name: string; around: string; schema: Flat | null },
): void {
  draft.key = { member: HIDDEN_KEY, made: 'uuid', kind: 'text' };
  addMember(draft, HIDDEN_KEY, { kind: 'text', nullable: false });
  const kind = schema?.type === 'integer' ? 'integer' : 'text';
  const { name: member } = addMember(draft, name, { kind, nullable: false });
  draft.uniqueTogether.push([around, member]);
}

/** What people name and nobody else sees is named among their own: two may have a secret called `wifi`. */
export function keyWithinOwner(draft: Draft, owner: string): void {
  if (draft.key === null || !['client', 'either'].includes(draft.key.made)) return;
  const { member } = draft.key;
  draft.key = { member: HIDDEN_KEY, made: 'uuid', kind: 'text' };
  addMember(draft, HIDDEN_KEY, { kind: 'text', nullable: false });
  draft.uniqueTogether.push([owner, member]);
  draft.ownKeyed = member;
}

function markUnique(draft: Draft, name: string): void {
  const member = findMember(draft, name);
  if (member !== undefined && member.kind !== 'json')
    draft.members.set(keyOf(draft, name), { ...member, unique: true });
}

/** What clients give that is made to name records, where nothing else does. */
function naturalKey(inference: Inference, facts: readonly Facts[]): string | undefined {
  const making = facts.filter(({ intent }) => intent === 'create');
  return making
    .flatMap(({ subject: { operation } }) => writtenOf(inference, operation))
    .map(([name]) => name)
    .find((name) => /^(slug|sku|isbn|handle|barcode|ean)$/.test(plain(name)));
}

/** `{userName}` names the user by `name`. */
function isRestOf(parameter: string, name: string, { words }: Draft): boolean {
  const noun = words.at(-1) ?? '';
  const parts = wordsOf(parameter);
  return parts[0] === noun && parts.slice(1).join('') === plain(name);
}

function shownProperties({ root }: Inference, facts: readonly Facts[]): Map<string, Flat> {
  const shown = new Map<string, Flat>();
  for (const { row, intent, subject } of facts) {
    if (row === null || intent === 'count' || (intent === 'deed' && subject.own === null)) continue;
    for (const [name, raw] of row.schema.properties)
      if (!shown.has(name)) shown.set(name, flatten(root, raw));
  }
  return shown;
}

type Made = { draft: Draft; facts: readonly Facts[]; name: string; schema: Flat | null };

function madeBy(
  inference: Inference,
  { draft, facts, name, schema }: Made,
): NonNullable<Draft['key']>['made'] {
  const creating = facts.filter(({ intent }) => intent === 'create');
  if (draft.wish !== null) return 'either';
  for (const { subject } of creating) {
    const written = writtenOf(inference, subject.operation).find(
      ([each]) => plain(each) === plain(name),
    );
    if (written === undefined) continue;
    const [given, flat] = written;
    if (isSaidToBeMade(flat) || (schema !== null && isSaidToBeMade(schema))) break;
    const body = subject.operation.body?.schema;
    return body?.required.has(given) ? 'client' : 'either';
  }
  const upserts = facts.some(({ intent, subject }) => intent === 'replace' && subject.own !== null);
  if (creating.length === 0 && upserts) return 'client';
  if (schema?.type === 'integer' || schema?.type === 'number') return 'number';
  if (schema?.format === 'uuid') return 'uuid';
  return isSecretName(name) ? 'token' : 'uuid';
}

/** The member that a parameter of a path or query names. */
export function memberFor(draft: Draft, parameter: string): string | null {
  const key = draft.key?.member ?? null;
  const exact = findMember(draft, parameter);
  if (exact !== undefined) return exact.name;
  if (isKeyName(parameter, draft.words) || /id$|^(key|uuid)$/i.test(parameter)) return key;
  const rest = [...draft.members.values()].find(({ name }) => isRestOf(parameter, name, draft));
  return rest?.name ?? null;
}
