import { flatten } from '../flatten.ts';
import { asText } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain, singular } from '../words.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import { stemOfId } from './names.ts';
import type { Facts } from './operation-facts.ts';

const NATURAL = /^(email|username|slug|sku|isbn|code|handle|shortcode|alias|login|barcode|ean)$/;

const TAKEN = /exist|unique|taken|duplicate|already|in use|there is (an?|one|such)\b/;

const ADDED =
  /\bquantit\w+ (are|is) (added|increased|summed|raised|combined)|\badds? up\b|\bincrease[sd]? (the |its )?quantit|\badded to the (existing )?quantit|\b(quantity|count|amount|number|quantities|counts) (is|are|gets?|will be) (increased|added|incremented|raised|summed|combined)\b/;

/** "The count is increased by the count given". */
export function isAddedUp({ text }: Pick<Operation, 'text'>): boolean {
  return ADDED.test(text);
}

/** What is added up is one row of each thing: of each item in a cart. */
function addSummed(draft: Draft, facts: readonly Facts[]): void {
  const [around] = draft.parents.values();
  const isSummed = facts.some(
    ({ intent, subject }) => intent === 'create' && isAddedUp(subject.operation),
  );
  if (around === undefined || !isSummed || draft.uniqueTogether.length > 0) return;
  const [only, ...others] = [...draft.members.values()].filter(
    ({ name }) =>
      name !== around &&
      name !== draft.key?.member &&
      (stemOfId(name) !== null || /^(sku|product|item|article|isbn|code|ean)$/.test(plain(name))),
  );
  if (only !== undefined && others.length === 0) addTogether(draft, [around, only.name]);
}

/** What only one record may have, where the document has an answer for a second one. */
export function addUnique(
  { accounts, root }: Inference,
  draft: Draft,
  facts: readonly Facts[],
): void {
  addDescribed(root, draft, facts);
  addOnePer(draft, facts);
  addSummed(draft, facts);
  for (const { subject, intent } of facts) {
    if (intent !== 'create' || accounts?.draft === draft) continue;
    const { operation } = subject;
    const refusals = operation.responses.filter(
      ({ status, description }) =>
        status === '409' ||
        (/^4\d\d$/.test(status) &&
          /already (exists|taken|in use|registered|used)|duplicate/i.test(description)),
    );
    if (refusals.length === 0) continue;
    const said =
      `${refusals.map(({ description }) => description).join(' ')} ${operation.text}`.toLowerCase();
    const isSaid =
      (TAKEN.test(said) || /same name|same title/.test(said)) && draft.parents.size === 0;
    const isKeyed = draft.key?.made === 'client';
    const texts = [...draft.members.values()].filter(
      ({ kind, made, name }) =>
        (kind === 'text' || kind === 'integer') && made === undefined && name !== draft.key?.member,
    );
    const refused = refusals.map(({ description }) => description.toLowerCase()).join(' ');
    // The key that was wished for is somebody's already.
    if (draft.wish !== null && refused.includes(plain(draft.wish))) continue;
    const namedIn = (text: string) =>
      texts.filter(({ name }) => new RegExp(`\\b${plain(name)}\\b`).test(text) && TAKEN.test(said));
    // The refusal speaks of what is taken, the rest of the operation of anything.
    const named = namedIn(refused).length > 0 ? namedIn(refused) : namedIn(said);
    const chosen =
      named.length > 0
        ? named.slice(0, 1)
        : isKeyed
          ? []
          : texts
              .filter(
                // What names the record around is the same for all that are below it.
                ({ name, refers }) =>
                  refers === undefined &&
                  (NATURAL.test(plain(name)) ||
                    (isSaid && (plain(name) === 'name' || plain(name) === 'title'))),
              )
              .slice(0, 1);
    const within = chosen.length === 0 ? [] : groupSaid(root, draft, { facts, said: refused });
    for (const member of chosen) {
      const group = [...draft.parents.values(), ...within.filter((name) => name !== member.name)];
      if (within.length > 0) addTogether(draft, [...new Set([...group, member.name])]);
      else mark(draft, member.name);
      if (ANY_CASE.test(said)) asCaseless(draft, member.name);
    }
  }
}

/** "Compared without regard to case". */
const ANY_CASE =
  /\b(regard(less)? (to|of)|ignor\w+|whatever the|differences? in) (the |its |upper and lower )?case\b|\bcase[- ]insensitiv/;

function asCaseless(draft: Draft, name: string): void {
  for (const [plainName, member] of draft.members)
    if (member.name === name && member.kind === 'text')
      draft.members.set(plainName, { ...member, caseless: true });
}

type Saying = { facts: readonly Facts[]; said: string };

/** "Exists already for this pair of languages": members of that name, or whose schema is called so. */
function groupSaid(
  root: Inference['root'],
  draft: Draft,
  { facts, said }: Saying,
): readonly string[] {
  const noun =
    /\b(?:for|in|on|within|per) (?:this|the same|that|one|each)(?: pair of)? ([a-z]+)\b/.exec(
      said,
    )?.[1];
  if (noun === undefined || draft.parents.has(singular(noun))) return [];
  const given = facts.flatMap(({ intent, subject: { operation } }) =>
    intent === 'create' && operation.body !== null
      ? [...itemOf(root, operation.body.schema).properties]
      : [],
  );
  const names = given.flatMap(([name, raw]) => {
    const schema = plain(asText(raw.$ref).replace(/^.*\//, ''));
    const isIt = [plain(name), schema].includes(singular(noun));
    const member = isIt ? findMember(draft, name) : undefined;
    return member === undefined ? [] : [member.name];
  });
  return [...new Set(names)];
}

function addTogether(draft: Draft, group: string[]): void {
  const isKnown = draft.uniqueTogether.some((each) => each.join() === group.join());
  if (!isKnown) draft.uniqueTogether.push(group);
}

/** A property whose description says so; `among`, `within` and `per` keep it to those with the same parent. */
function addDescribed(root: Inference['root'], draft: Draft, facts: readonly Facts[]): void {
  for (const { subject, intent } of facts) {
    if (intent !== 'create' || subject.operation.body === null) continue;
    for (const [name, raw] of itemOf(root, subject.operation.body.schema).properties) {
      const { description } = flatten(root, raw);
      const member = findMember(draft, name);
      if (member === undefined || member.kind === 'json' || !/\bunique\b/i.test(description))
        continue;
      const around = [...draft.members.values()].find(
        ({ name: other }) => /^parent/i.test(other) && other !== name,
      );
      if (
        around !== undefined &&
        /among|within|per |of (the|one|its) parent|siblings/i.test(description)
      )
        addTogether(draft, [around.name, member.name]);
      else if (!/among|within|per /i.test(description)) mark(draft, member.name);
    }
  }
}

/** Below a parent a name is unique among its own. */
function mark(draft: Draft, name: string): void {
  const [parent] = draft.parents.values();
  const around = parent ?? null;
  if (draft.uniqueTogether.some((group) => group.includes(name))) return;
  if (around !== null && around !== name) {
    if (!draft.uniqueTogether.some((group) => group.includes(name)))
      draft.uniqueTogether.push([around, name]);
    return;
  }
  for (const [plainName, member] of draft.members)
    if (member.name === name) draft.members.set(plainName, { ...member, unique: true });
}

/** "One vote per voter and poll": together they are there once. */
function addOnePer(draft: Draft, facts: readonly Facts[]): void {
  for (const { subject, intent } of facts) {
    if (intent !== 'create') continue;
    const found =
      /\b(?:one|once|only one|a single|at most one)\b[\w ]{0,20}\b(?:per|for each|for every)\s+(?:the\s+)?(\w+)(?:\s+(?:and|per|in|for)\s+(?:each\s+|every\s+|the\s+)?(\w+))?/.exec(
        subject.operation.text,
      );
    if (found === null) continue;
    const named = found
      .slice(1)
      .filter((word) => word !== undefined)
      .flatMap((word) => memberNamed(draft, word));
    const own = named.filter((name) => ![...draft.parents.values()].includes(name));
    const group = [...new Set([...draft.parents.values(), ...own])];
    if (own.length > 0 && group.length > 1) addTogether(draft, group);
    else if (own.length === 1 && own[0] !== undefined) mark(draft, own[0]);
  }
}

function memberNamed(draft: Draft, word: string): string[] {
  const reference = draft.parents.get(word);
  if (reference !== undefined) return [reference];
  if (/^(user|account|person|member)$/.test(word) && draft.owner !== null) return [draft.owner];
  const member =
    findMember(draft, word) ?? findMember(draft, `${word}id`) ?? findMember(draft, `${word}name`);
  return member === undefined ? [] : [member.name];
}
