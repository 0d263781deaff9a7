import type { Behaviour, Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';

type Suggests = NonNullable<Extract<Behaviour, { kind: 'create' }>['suggests']>;

/** "409: taken, with names that are free": the value that others are suggested for; null where nothing is. */
export function suggestsOf(
  { root }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
  set: readonly Condition[],
): Suggests | null {
  for (const { status, description, contents } of operation.responses) {
    if (!/^(400|409|422)$/.test(status)) continue;
    for (const [name, raw] of contents.flatMap(({ schema }) => [...schema.properties])) {
      const list = flatten(root, raw);
      const isText = flatten(root, list.items ?? {}).type === 'string';
      if (list.type !== 'array' || !isText || !/suggest|alternative/i.test(name)) continue;
      const said = `${name} ${description} ${list.description} ${operation.text}`;
      const given = uniqueNamed(draft, set, said);
      if (given === null) continue;
      const written = flatten(root, operation.body?.schema.properties.get(given.source.name));
      const most = written.longest ?? undefined;
      return {
        ...given,
        ...(written.pattern !== null && { pattern: written.pattern }),
        ...(most !== undefined && { most }),
      };
    }
  }
  return null;
}

/** The member of which there is one of each that the words name, else the likeliest. */
function uniqueNamed(draft: Draft, set: readonly Condition[], said: string) {
  const words = wordsOf(said).map(singular);
  const unique = set.flatMap(({ member, source }) => {
    const known = findMember(draft, member);
    const isOne = known?.unique === true || draft.key?.member === member;
    return isOne && known?.kind === 'text' && source.in === 'body' ? [{ member, source }] : [];
  });
  return (
    unique.find(({ member }) => words.includes(plain(member))) ??
    unique.find(({ member }) => /name|handle|alias|slug|code/i.test(member)) ??
    null
  );
}
