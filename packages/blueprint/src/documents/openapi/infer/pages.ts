import { successOf } from '../operations.ts';
import { singular, wordsOf } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, resourceName } from './draft.ts';
import type { Facts } from './operation-facts.ts';

/** "The entry and all replies to it": a page has no schema that says so, but what is below is on it where its words name it. */
export function addRowsOfPage({ drafts }: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { subject, intent } of facts) {
    const { operation, noun } = subject;
    const answer = successOf(operation)?.response;
    const isPage = answer?.contents.some(({ media }) => /^text\/html/.test(media)) === true;
    if (!isPage || noun !== draft.noun || intent !== 'read') continue;
    const words = wordsOf(`${operation.text} ${answer?.description}`);
    for (const child of drafts.values()) {
      const by = child.parents.get(draft.noun);
      const name = words.find(
        (word) => singular(word) === child.words.at(-1) && word !== child.noun,
      );
      const resource = resourceName(child);
      const isKnown = draft.gathered.some(
        (one) => one.take === 'rows' && one.resource === resource,
      );
      if (by === undefined || name === undefined || isKnown) continue;
      const isTaken =
        findMember(draft, name) !== undefined || draft.gathered.some((one) => one.name === name);
      draft.gathered.push({ name: isTaken ? `all-${name}` : name, resource, by, take: 'rows' });
    }
  }
}

/**
 * A page has no schema that says what it shows: where its words speak of the author, who made the record is kept with
 * it; so is who made what is below it, where they speak of "its comments with their authors".
 */
export function addAuthorOfPage(
  { accounts }: Inference,
  draft: Draft,
  facts: readonly Facts[],
): void {
  if (accounts === null || accounts.draft === draft || findMember(draft, 'author') !== undefined)
    return;
  const own = facts.filter(({ subject }) => subject.noun === draft.noun);
  const around = facts.filter(({ subject }) => draft.parents.has(subject.noun));
  const isSigned = own.some(
    ({ intent, subject: { operation } }) =>
      intent === 'create' && operation.security?.every((names) => names.length > 0) === true,
  );
  const last = draft.words.at(-1) ?? draft.noun;
  const below = (word: string) => singular(word) === last && word !== last;
  const speaks =
    own.some((one) => AUTHOR.test(saidOnPage(one))) ||
    around.some((one) =>
      [...saidOnPage(one).matchAll(AUTHORS_BELOW)].some(([, word = '']) => below(word)),
    );
  const login = accounts.logins.find((name) => !/mail/i.test(name)) ?? accounts.logins[0];
  if (isSigned && speaks && login !== undefined)
    addMember(draft, 'author', { kind: 'text', nullable: false, made: 'owner', shows: [login] });
}

const AUTHOR = /\b(authors?|who wrote|written by|posted by)\b/;
const AUTHORS_BELOW =
  /\b([a-z]+)(?:,)? (?:with|and) (?:their|its|the) (?:authors?|writers?|names? of (?:their|the) authors?)\b/g;

/** What is said of an operation that answers with a page; nothing of others. */
function saidOnPage({ subject: { operation } }: Facts): string {
  const answer = successOf(operation)?.response;
  const isPage = answer?.contents.some(({ media }) => /^text\/html/.test(media)) === true;
  return isPage ? `${answer?.description} ${operation.text}`.toLowerCase() : '';
}
