import type { Condition } from '@quantumlayer/contracts';
import { hasStatus } from '../operations.ts';
import { plain } from '../words.ts';
import { scopeOf } from './access.ts';
import { amountOf } from './amounts.ts';
import { appendedBy } from './appended.ts';
import { decideBin, withoutBinned } from './bin.ts';
import { bodySearch } from './body-search.ts';
import { ifMatchOf, opensOf, taggedAnswer } from './conditional.ts';
import { decideClearing } from './decide-clearing.ts';
import { decideCreate } from './decide-create.ts';
import { decideDeed } from './decide-deed.ts';
import { decideExists } from './decide-exists.ts';
import { decideFigures } from './decide-figures.ts';
import { decideFree } from './decide-free.ts';
import { decideGroups } from './decide-groups.ts';
import { decideHealth } from './decide-health.ts';
import { decideRandom } from './decide-random.ts';
import { decideRemove } from './decide-remove.ts';
import { decideSigning } from './decide-signing.ts';
import { decideSize } from './decide-size.ts';
import { decideSummary, workedOut } from './decide-summary.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { expectedVersion } from './expected-version.ts';
import { fileAbove } from './file-above.ts';
import { findOne, placeIn } from './find-one.ts';
import { guardsOf } from './guards.ts';
import { historyOf } from './history.ts';
import { limited, limitOf } from './limits.ts';
import { knownBy, rootsOf } from './list-conditions.ts';
import { readListing } from './lists.ts';
import { nestedPasswords } from './nested-secrets.ts';
import type { Facts } from './operation-facts.ts';
import { sharedRight } from './or-owners.ts';
import {
  expectedParents,
  guarded,
  madeAnswer,
  namedParent,
  parentAnswer,
  showsParent,
} from './parts.ts';
import { decidePasswordChange } from './password-change.ts';
import { assignmentsOf } from './places.ts';
import { ask } from './questions.ts';
import { readingsOf, stampOf } from './readings.ts';
import { roomFilters } from './room-filters.ts';
import { buildAnswer } from './shapes.ts';
import { statedConditions, statedExceptions } from './stated.ts';
import { decideTally } from './tallies.ts';
import { decideThrough } from './through.ts';

/** What an operation does; a question where the document does not tell. */
export function decideBehaviour(deciding: Deciding): Decision {
  const { inference, facts } = deciding;
  const signing = decideSigning(deciding);
  if (signing !== null) return signing;
  const password = decidePasswordChange(deciding);
  if (password !== null) return password;
  if (facts.subject.operation.method === 'options') return decideOptions(deciding);
  const draft = inference.drafts.get(facts.subject.noun);
  const exists = decideExists(deciding) ?? decideClearing(deciding);
  if (exists !== null) return exists;
  const other = decideHealth(deciding) ?? decideFree(deciding) ?? decideGroups(deciding);
  if (other !== null) return other;
  if (draft === undefined || draft.key === null)
    return (
      decideTally(deciding) ??
      decideFigures(deciding) ??
      decideSize(deciding) ??
      decideSummary(deciding) ??
      ask(facts, 'nothing')
    );
  const secrets = nestedPasswords(inference, facts);
  if (secrets.length > 0) return ask(facts, 'secret', secrets);
  if (!hasWriter(deciding, draft))
    return (
      decideTally(deciding) ??
      decideFigures(deciding) ??
      decideSize(deciding) ??
      decideSummary(deciding) ??
      ask(facts, 'no-source')
    );
  const bin = decideBin(deciding, draft);
  return bin ?? withoutBinned(deciding, draft, decideByIntent(deciding, draft));
}

function decideByIntent(deciding: Deciding, draft: Draft): Decision {
  const { facts, inference } = deciding;
  // `POST /items/{sku}/add {quantity}` adds to the stock, and makes nothing.
  const isOne = facts.subject.own !== null || draft === inference.accounts?.draft;
  const isMoved = isOne && facts.subject.operation.method !== 'delete';
  if (isMoved && amountOf(inference, draft, facts) !== null) return decideDeed(deciding, draft);
  switch (deciding.facts.intent) {
    case 'create':
      return decideCreate(deciding, draft);
    case 'list':
    case 'search':
      return decideList(deciding, draft);
    case 'replace':
    case 'update':
      return decideChange(deciding, draft);
    case 'remove':
      return decideRemove(deciding, draft);
    case 'count':
      return workedOut(decideSummary(deciding)) ?? decideCount(deciding, draft);
    case 'deed':
      return decideDeed(deciding, draft);
    default:
      return decideRead(deciding, draft);
  }
}

/** Which methods the path has. */
function decideOptions({ all, inference, views, facts }: Deciding): Decision {
  const { operation } = facts.subject;
  const answer = buildAnswer({
    inference,
    views,
    operation,
    draft: null,
    figures: [],
    many: false,
  });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const own = all.flatMap(({ facts: { subject } }) =>
    subject.operation.path === operation.path ? [subject.operation.method.toUpperCase()] : [],
  );
  return { kind: 'constant', answer: { ...answer.answer, allow: own.sort().join(', ') } };
}

/** Somebody makes or changes such records; else there would never be anything to show. */
function hasWriter({ all, inference }: Deciding, draft: Draft): boolean {
  if (inference.accounts?.draft === draft || draft.recordedBy !== null) return true;
  return all.some(
    ({ facts: { subject, intent } }) =>
      subject.noun === draft.noun && ['create', 'replace', 'update', 'deed'].includes(intent),
  );
}

const NOTHING_ASKED = { where: [], search: null };

function decideList(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const through = decideThrough(deciding, draft);
  if (through !== null) return through;
  const place = placeIn(deciding, draft);
  if (place === null) return ask(facts, 'parent');
  const { unknown, figures, ...listing } = readListing(inference, draft, facts);
  if (unknown.length > 0) return ask(facts, 'parameter', unknown);
  const isAsked =
    facts.intent === 'search' && operation.body !== null && operation.method !== 'get';
  const asked = isAsked ? bodySearch(inference, draft, facts) : NOTHING_ASKED;
  if (asked === null) return ask(facts, 'body');
  const answer = buildAnswer({ inference, views, operation, draft, figures, many: true });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  // Who got past the record around sees all that is below it.
  const isJoined = place.parents.some(
    ({ joined, scope: own }) => joined !== undefined || own !== 'all',
  );
  const scope = isJoined ? 'all' : scopeOf(draft, facts, access, all);
  const roots = rootsOf(draft, facts);
  const except = statedExceptions(inference, draft, facts);
  const known = scope === 'all' ? knownBy(draft, facts, listing.filters) : [];
  return {
    kind: 'list',
    resource: resourceName(draft),
    parents: [...place.parents, ...known],
    where: [...place.where, ...asked.where, ...roots, ...statedConditions(inference, draft, facts)],
    scope,
    answer: taggedAnswer(facts, answer.answer),
    ...listing,
    filters: [...listing.filters, ...roomFilters(deciding, draft, listing.filters)],
    ...(asked.search !== null && { search: asked.search }),
    ...(except.length > 0 && { except }),
  };
}

/** Nothing that its answer needs has to be given first. */
function isWholeAtFirst({ facts }: Deciding, draft: Draft): boolean {
  const required = [...(facts.row?.schema.required ?? [])];
  return required.every((name) => {
    const member = findMember(draft, name);
    return (
      member === undefined ||
      member.nullable ||
      member.default !== undefined ||
      member.made !== undefined ||
      member.name === draft.key?.member
    );
  });
}

function decideRead(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const random = decideRandom(deciding, draft);
  if (random !== null) return random;
  const found = findOne(deciding, draft);
  const figured = found === null && facts.subject.own === null ? decideFigures(deciding) : null;
  if (figured !== null) return figured;
  if (found === null)
    return facts.row?.many === false && facts.subject.own === null && facts.ownBy === null
      ? decideCount(deciding, draft)
      : ask(facts, 'which');
  const above = fileAbove(deciding, draft);
  const answer = buildAnswer({
    ...{ inference, views, operation, draft: above?.parent ?? draft, figures: [], many: false },
  });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { single: _single, ...place } = found;
  const scope = found.single ? 'all' : scopeOf(draft, facts, access, all);
  const opens = opensOf(inference, draft, facts);
  const isCounted = opens === null && answer.answer.body.as === 'redirect';
  const visits = isCounted ? visitsOf(draft, all) : null;
  const stamps = visits === null ? null : stampOf(draft, plain(visits));
  if (visits !== null && operation.method === 'get')
    return {
      ...{ kind: 'increment', resource: resourceName(draft), ...place, scope },
      ...{ answer: answer.answer, member: visits, by: 1, makes: false },
      ...(stamps !== null && { stamps }),
    };
  const readings = readingsOf(deciding, draft);
  return {
    kind: 'read',
    resource: resourceName(draft),
    ...place,
    opens,
    ...(above !== null && { of: above.of }),
    ...(readings !== null && { readings }),
    makes: found.single && isWholeAtFirst(deciding, draft),
    scope,
    answer: taggedAnswer(facts, answer.answer),
  };
}

/** Who is led somewhere else is counted, where records show visits and no client gives them. */
function visitsOf(draft: Draft, all: Deciding['all']): string | null {
  const isGiven = (name: string) =>
    all.some(
      ({ facts: { subject } }) =>
        subject.noun === draft.noun && subject.operation.body?.schema.properties.has(name) === true,
    );
  const member = [...draft.members.values()].find(
    ({ kind, name }) =>
      kind === 'integer' &&
      !isGiven(name) &&
      /^(visits?|hits|clicks?|views?|uses|redirects)(count)?$/.test(plain(name)),
  );
  return member?.name ?? null;
}

function decideChange(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const found = findOne(deciding, draft);
  if (found === null) return ask(facts, 'which');
  const set = assignmentsOf(inference, draft, facts);
  const appends = appendedBy(draft, facts, set);
  if (appends === 'unknown') return ask(facts, 'deed');
  // `PUT /images/{id}/like` says all there is to say.
  const isMark = operation.body === null && found.single && facts.intent === 'replace';
  if (set.length === 0 && !isMark) return ask(facts, 'body');
  const makes =
    facts.intent === 'replace' &&
    (found.single ||
      ((draft.key?.made === 'client' || draft.ownKeyed !== null) && !hasStatus(operation, 404)) ||
      !all.some(({ facts: one }) => one.subject.noun === draft.noun && one.intent === 'create') ||
      hasStatus(operation, 201));
  const isMade = makes && hasStatus(operation, 201);
  const own = buildAnswer({
    ...{ inference, views, operation, draft, figures: [], many: false },
    ...(isMade && { prefer: hasStatus(operation, 200) ? 200 : 204 }),
  });
  const shown = showsParent(facts, own) ? parentAnswer(deciding, found) : null;
  const answer = shown ?? own;
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { single, ...place } = found;
  const parent = shown === null ? undefined : place.parents.at(-1)?.resource;
  const logs = historyOf(inference, facts);
  const made = makes || single ? madeAnswer(deciding, draft, answer.answer) : null;
  const scope = single ? 'all' : scopeOf(draft, facts, access, all);
  const whole = facts.intent === 'replace' && operation.method === 'put';
  const shared = sharedRight(deciding, draft);
  return {
    kind: 'change',
    resource: resourceName(draft),
    ...place,
    ...shared.own,
    parents: [
      ...shared.parents(place.parents),
      ...expectedParents(deciding, draft),
      ...(makes ? namedParent(draft, facts) : []),
    ],
    ...guarded(guardsOf(deciding, draft, null)),
    ...limited(limitOf(deciding, draft, set)),
    ...(parent !== undefined && { shows: parent }),
    ...(made !== null && { made }),
    ...(logs !== null && { logs }),
    ...(appends !== null && { appends }),
    ...(isMerged(draft, facts, set) && { merges: true as const }), // a literal
    scope,
    set,
    ...{ opens: opensOf(inference, draft, facts), ifMatch: ifMatchOf(facts) },
    ...expectedVersion(inference, draft, facts),
    answer: taggedAnswer(facts, answer.answer),
    whole,
    makes: makes || single,
  };
}

/** A merge patch says of objects what changes in them. */
function isMerged(
  draft: Draft,
  { subject: { operation } }: Facts,
  set: readonly Condition[],
): boolean {
  const isPatch =
    /merge-patch\+json/.test(operation.body?.media ?? '') ||
    /\bmerge[- ]patch\b|\brfc ?7396\b/.test(operation.text);
  return isPatch && set.some(({ member }) => findMember(draft, member)?.kind === 'json');
}

function decideCount(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const place = placeIn(deciding, draft);
  if (place === null || facts.subject.own !== null) return ask(facts, 'which');
  const { unknown, figures: _figures, ...listing } = readListing(inference, draft, facts);
  if (unknown.length > 0) return ask(facts, 'parameter', unknown);
  const answer = buildAnswer({
    inference,
    views,
    operation,
    draft,
    figures: ['total', 'count'],
    many: true,
  });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  return {
    kind: 'list',
    resource: resourceName(draft),
    ...place,
    scope: scopeOf(draft, facts, access, all),
    answer: taggedAnswer(facts, answer.answer),
    ...listing,
  };
}
