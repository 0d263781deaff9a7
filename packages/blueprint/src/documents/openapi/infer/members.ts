import { type Flat, flatten } from '../flatten.ts';
import { isObject } from '../json-value.ts';
import { type Operation, successOf } from '../operations.ts';
import { camel, plain } from '../words.ts';
import { amountIn, directionOf } from './amounts.ts';
import { isCsv } from './csv.ts';
import {
  addMember,
  type Draft,
  findMember,
  type Inference,
  kindOf,
  resourceName,
} from './draft.ts';
import { versionNamed } from './expected-version.ts';
import { type Intent, intentOf } from './intents.ts';
import { itemOf } from './item-of.ts';
import { rowsGiven } from './made-with.ts';
import { isKeyName, isPasswordName, isSecretName, isTokenName, stemOfId } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { passwordChangeIn } from './password-said.ts';
import { givesRights } from './rights.ts';
import { answerSchema, type FoundRow, findRow } from './row-schema.ts';
import { schemaNoun } from './schema-noun.ts';
import type { Subject } from './subjects.ts';

export function factsOf({ root }: Inference, subject: Subject): Facts {
  const { operation, nounWords, own } = subject;
  const answer = answerSchema(operation);
  const loose = answer === null ? null : findRow(root, answer, nounWords);
  const many =
    loose?.many === true ||
    (answer === null &&
      own === null &&
      operation.method === 'get' &&
      (subject.isPlural || saysMany(subject)));
  const ownBy = own === null ? findOwnBy(subject, many) : null;
  const intent = intentOf(subject, many && ownBy === null);
  const isOne = ownBy !== null || own !== null || !['list', 'search', 'remove'].includes(intent);
  const row =
    isOne && answer !== null && intent !== 'create'
      ? findRow(root, answer, nounWords, true)
      : loose;
  const isOther = subject.through !== undefined || isAround(subject, row);
  return { subject, intent, row: isOther ? null : row, ownBy };
}

/** A page or a text without a schema says in words that it is of many: "every entry, newest first", "one per line". */
function saysMany({ operation }: Subject): boolean {
  const { contents = [], description = '' } = successOf(operation)?.response ?? {};
  const isText = contents.some(({ media }) => /^text\//.test(media));
  if (contents.some(({ media }) => isCsv(media))) return true;
  return isText && MANY.test(`${operation.text} ${description.toLowerCase()}`);
}

const MANY =
  /\b(all|every|each|list of|newest first|oldest first|latest|most recent|(one|each|an?) [a-z]+ (per|on (a|each|its own)) line|(one|each) per line|line by line)\b/;

/** What is done to a line is answered with the cart around it. */
function isAround({ parents, nounWords }: Subject, row: FoundRow | null): boolean {
  const around = parents.at(-1)?.noun;
  const shown = schemaNoun(row?.schema.name ?? null).join('');
  return row !== null && shown !== '' && shown === around && shown !== nounWords.join('');
}

/** `GET /item?id=` and `POST /retrieve_cart {cart_id}`. */
function findOwnBy({ operation, nounWords, switches }: Subject, many: boolean): Facts['ownBy'] {
  const isKey = (name: string) => switches === true || isKeyName(name, nounWords);
  const query = operation.parameters.find(
    ({ in: place, name, required }) => place === 'query' && isKey(name) && (required || !many),
  );
  if (query !== undefined) return { in: 'query', name: query.name };
  if (operation.method === 'get' || operation.body === null) return null;
  const { schema } = operation.body;
  const said = operation.segments.at(-1) ?? '';
  const reads =
    /^(get|retrieve|fetch|show|read|find|view|delete|remove|update|edit|checkout|close)/i.test(
      said,
    ) || operation.method !== 'post';
  const name = reads || switches ? [...schema.properties.keys()].find(isKey) : undefined;
  return name === undefined ? null : { in: 'body', name };
}

const WRITES: readonly Intent[] = ['create', 'replace', 'update'];

/** Members that clients give: those of the bodies that make and change records. */
export function addWrittenMembers(
  inference: Inference,
  draft: Draft,
  facts: readonly Facts[],
): void {
  for (const { subject, intent, ownBy } of facts) {
    if (!WRITES.includes(intent)) continue;
    const { operation } = subject;
    if (passwordChangeIn(operation) !== null || isAmountMoved(inference, subject)) continue;
    const apart = rowsGiven(inference, draft, { subject, intent }).map(({ property }) => property);
    for (const [given, schema] of writtenOf(inference, operation)) {
      if (apart.includes(given)) continue;
      const name = given === WHOLE_BODY ? wholeBodyName(inference, subject, facts) : given;
      if (given === WHOLE_BODY && subject.own === null) draft.whole = name;
      if (draft.wish === name || schema.readOnly) continue;
      if (intent !== 'create' && name === versionNamed(inference.root, operation)) continue;
      if (ownBy?.name === name && intent !== 'create') continue;
      if (isKeyName(name, subject.nounWords) && isSaidToBeMade(schema)) continue;
      if (isShownAgain(inference, draft, { name, facts })) {
        addMember(draft, name, { kind: 'text', nullable: schema.nullable });
        continue;
      }
      addWritten(inference, draft, {
        name,
        schema:
          isAskedElsewhere(name, facts) || isChosenSecret(name, facts)
            ? { ...schema, writeOnly: true }
            : schema,
        isAccount: inference.accounts?.draft === draft,
        isToldOnce: isChosenSecret(name, facts),
      });
    }
  }
}

/** What a request adds to a number of the record, or takes from it, is no member of its own. */
function isAmountMoved({ root }: Inference, { own, action, operation }: Subject): boolean {
  return own !== null && directionOf(action) !== 0 && amountIn(root, operation) !== null;
}

/** What a password manager keeps is for its owner to read again, so that no hash will do: nobody else is shown it. */
function isShownAgain(
  { root, accounts }: Inference,
  draft: Draft,
  { name, facts }: { name: string; facts: readonly Facts[] },
): boolean {
  if (!isPasswordName(name) || accounts === null || accounts.draft === draft) return false;
  const showing = facts.filter(({ row, subject, intent }) => {
    const raw =
      intent === 'read' && subject.own !== null ? row?.schema.properties.get(name) : undefined;
    return raw !== undefined && !flatten(root, raw).writeOnly;
  });
  const isSecured = ({ subject: { operation } }: Facts) =>
    operation.security?.every((names) => names.length > 0) === true;
  return showing.length > 0 && facts.every(isSecured);
}

/** A text that is the whole body is the member that the path names, or the one text that the answer shows of it. */
function wholeBodyName(
  { root }: Inference,
  { action, own }: Subject,
  facts: readonly Facts[],
): string {
  const [named, ...more] = action;
  // `POST /notes/{id}/append` says what is done with the text.
  const isMember = named !== undefined && !/^(append|prepend|concatenate)$/.test(named);
  if (isMember && more.length === 0 && own !== null) return named;
  const shown = new Map(facts.flatMap(({ row }) => [...(row?.schema.properties ?? [])]));
  const keys = facts.map(({ subject }) => plain(subject.own ?? ''));
  const texts = [...shown].filter(([name, raw]) => {
    // What the path names is known already.
    if (keys.includes(plain(name))) return false;
    const { type, format, choices } = flatten(root, raw);
    return type === 'string' && format === '' && choices === null && TEXTS.test(plain(name));
  });
  const [only, ...others] = texts;
  return only !== undefined && others.length === 0 ? only[0] : WHOLE_BODY;
}

const TEXTS = /^(text|content|body|value|message|data|note|line|title|paste|task|entry)$/;

/** A secret that no answer shows and that another operation asks for: nobody but who knows it is let in. */
function isAskedElsewhere(name: string, facts: readonly Facts[]): boolean {
  if (!SECRET.test(plain(name)) || facts.some(({ row }) => row?.schema.properties.has(name)))
    return false;
  return facts.some(
    ({ intent, subject: { operation } }) =>
      !WRITES.includes(intent) &&
      [
        ...operation.parameters.map((one) => one.name),
        ...(operation.body?.schema.properties.keys() ?? []),
      ].some((asked) => plain(asked).replace(/^x(?=.)/, '') === plain(name)),
  );
}

/** "Chosen by whoever uploads; without one, one is made": told to who makes the record, and asked for by other operations. */
function isChosenSecret(name: string, facts: readonly Facts[]): boolean {
  const shown = facts.filter(({ row }) => row?.schema.properties.has(name));
  if (!SECRET.test(plain(name)) || shown.length === 0) return false;
  const isAsked = (asked: string) => plain(asked).replace(/^x(?=.)/, '') === plain(name);
  return (
    shown.every(({ intent }) => intent === 'create') &&
    facts.some(
      ({ intent, subject: { operation } }) =>
        intent !== 'create' &&
        operation.parameters.some(
          ({ in: place, name: asked }) => place !== 'path' && isAsked(asked),
        ),
    )
  );
}

const SECRET = /^(pin(code)?|accesscode|accesskey|accesstoken|secret(word|key)?|key|code|token)$/;

export function isSaidToBeMade({ description, readOnly }: Flat): boolean {
  return (
    readOnly ||
    /(generated|assigned|set|created) (by the |by )?(server|automatically|system)|server[- ](generated|assigned|side)|auto-?(generated|increment)|read-?only/i.test(
      description,
    )
  );
}

/** What a body says: members of the body or of its items, form fields, a whole file, parameters of a GET that writes. */
export function writtenOf(
  { root }: Inference,
  { body, parameters, method }: Operation,
): [string, Flat][] {
  if (body === null) {
    const isForm = method === 'post' || method === 'put' || method === 'patch';
    const query = parameters.filter(
      ({ in: place, name }) => place === 'query' && isForm && !/^(token|api_?key)$/i.test(name),
    );
    return query.map(({ name, schema }) => [name, schema]);
  }
  if (isCsv(body.media)) return [];
  const item = itemOf(root, body.schema);
  if (item.properties.size > 0)
    return [...item.properties].map(([name, raw]) => [name, flatten(root, raw)]);
  if (
    body.schema.format === 'binary' ||
    (body.schema.type !== 'object' && !/json/.test(body.media))
  )
    return [[WHOLE_BODY, body.schema]];
  return [];
}

/** The member that holds a body which is no object. */
const WHOLE_BODY = 'content';

type Written = { name: string; schema: Flat; isAccount: boolean; isToldOnce?: boolean };

export function addWritten(
  { drafts }: Inference,
  draft: Draft,
  { name, schema, isAccount, isToldOnce = false }: Written,
): void {
  if (isPasswordName(name) && isAccount) return;
  if (isAccount && givesRights(name, schema.choices)) return;
  const known = findMember(draft, name);
  const stem = stemOfId(name);
  const refers =
    stem === null
      ? undefined
      : [...drafts.values()].find(({ noun }) => noun === stem && noun !== draft.noun);
  if (known !== undefined) return;
  addMember(draft, name, {
    kind: isKeptAsHash(name, schema)
      ? 'password'
      : name === WHOLE_BODY && schema.type !== 'string'
        ? 'file'
        : kindOf(schema),
    nullable: schema.nullable,
    ...(isDefault(schema.initial) && { default: schema.initial }),
    ...(isToldOnce && { otherwise: 'token' as const }), // a literal
    ...(refers !== undefined &&
      draft.parents.get(refers.noun) === name && { refers: resourceName(refers) }),
  });
}

/** A password, or a secret that is taken and never shown again: nothing but its hash is kept. */
function isKeptAsHash(name: string, { type, writeOnly, format }: Flat): boolean {
  const isSecret = isSecretName(name) || isTokenName(name) || /^pin(code)?$/.test(plain(name));
  const isPassword = isPasswordName(name) || format === 'password';
  return type === 'string' && (isPassword || (writeOnly && isSecret));
}

export function isJsonValue(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Null says as much as no default. */
export function isDefault(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    (isJsonValue(value) || Array.isArray(value) || isObject(value))
  );
}

/** The member of a child that holds the key of its parent; shown where the document has a name for it. */
export function addParents(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { subject, intent } of facts) {
    for (const { noun, parameter } of subject.parents) {
      const parent = inference.drafts.get(noun);
      const isMade = intent === 'create' || (intent === 'replace' && subject.own === null);
      if (parent === undefined && isMade) addScope(draft, subject, parameter);
      if (parent === undefined || parent === draft || draft.parents.has(noun)) continue;
      if (
        !['create', 'list', 'read', 'replace', 'update', 'remove', 'deed', 'search'].includes(
          intent,
        )
      )
        continue;
      const shown = shownNames(inference, facts).find(
        (name) =>
          stemOfId(name) === noun ||
          (plain(name) === plain(parameter) && !isKeyName(name, subject.nounWords)),
      );
      draft.parents.set(noun, shown ?? camel([...parent.words, 'id']));
    }
  }
}

/** What is not kept itself is a value of what is below it. */
function addScope(draft: Draft, { operation }: Subject, parameter: string): void {
  const found = operation.parameters.find(
    ({ in: place, name }) => place === 'path' && name === parameter,
  );
  if (found === undefined) return;
  const kind = found.schema.type === 'integer' ? 'integer' : 'text';
  draft.scopes.add(addMember(draft, parameter, { kind, nullable: false }).name);
}

function shownNames({ root }: Inference, facts: readonly Facts[]): string[] {
  return facts.flatMap(({ row, subject: { operation } }) => [
    ...(row?.schema.properties.keys() ?? []),
    ...(operation.body === null ? [] : itemOf(root, operation.body.schema).properties.keys()),
  ]);
}
