import type { Behaviour, Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { isPasswordName } from './names.ts';
import type { Facts } from './operation-facts.ts';

type Search = NonNullable<Extract<Behaviour, { kind: 'list' }>['search']>;

const ASKED =
  /^(q|query|search(term|text|query)?|terms?|keywords?|words?|texts?|phrase|contains|needle)$/;

/** What the body of a search looks for: values of members, and words in texts; null where it says something else. */
export function bodySearch(
  { root }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): { where: Condition[]; search: Search | null } | null {
  const where: Condition[] = [];
  let search: Search | null = null;
  for (const [name, raw] of operation.body?.schema.properties ?? []) {
    const schema = flatten(root, raw);
    const words = schema.items === undefined ? schema : flatten(root, schema.items);
    const isText = words.type === 'string' && (schema.type === 'array' || schema.type === 'string');
    const member = findMember(draft, name);
    const isSearch =
      isText && ASKED.test(plain(name)) && (schema.type === 'array' || member === undefined);
    if (isSearch && search === null) {
      const members = lookedIn(draft, `${operation.text} ${schema.description}`);
      if (members.length === 0) return null;
      search = { parameter: name, members, in: 'body' };
    } else if (member !== undefined && schema.type !== 'array')
      where.push({ member: member.name, source: { in: 'body', name } });
    else return null;
  }
  return where.length > 0 || search !== null ? { where, search } : null;
}

/** Texts that the words name, else all of them. */
function lookedIn({ members, key }: Draft, text: string): string[] {
  const texts = [...members.values()].filter(
    ({ kind, made, name, refers }) =>
      kind === 'text' && made === undefined && refers === undefined && !isPasswordName(name),
  );
  const said = ` ${wordsOf(text).join(' ')} `;
  const named = texts.filter(({ name }) => said.includes(` ${wordsOf(name).join(' ')} `));
  const free = texts.filter(({ name }) => name !== key?.member || key.made === 'client');
  return (named.length > 0 ? named : free).map(({ name }) => name);
}
