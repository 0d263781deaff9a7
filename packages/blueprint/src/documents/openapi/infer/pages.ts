import { successOf } from '../operations.ts';
import { addMember, type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

/** A page has no schema that says what it shows: where its words speak of the author, who made the record is kept with it. */
export function addAuthorOfPage(
  { accounts }: Inference,
  draft: Draft,
  facts: readonly Facts[],
): void {
  if (accounts === null || accounts.draft === draft || findMember(draft, 'author') !== undefined)
    return;
  const own = facts.filter(({ subject }) => subject.noun === draft.noun);
  const isSigned = own.some(
    ({ intent, subject: { operation } }) =>
      intent === 'create' && operation.security?.every((names) => names.length > 0) === true,
  );
  const speaks = own.some(({ subject: { operation } }) => {
    const answer = successOf(operation)?.response;
    const isPage = answer?.contents.some(({ media }) => /^text\/html/.test(media)) === true;
    return (
      isPage &&
      /\b(authors?|who wrote|written by|posted by)\b/i.test(
        `${answer?.description} ${operation.text}`,
      )
    );
  });
  const login = accounts.logins.find((name) => !/mail/i.test(name)) ?? accounts.logins[0];
  if (isSigned && speaks && login !== undefined)
    addMember(draft, 'author', { kind: 'text', nullable: false, made: 'owner', shows: [login] });
}
