import type { ContractAmong } from '@quantumlayer/contracts';
import { plain, singular } from '../words.ts';
import { type Draft, type Inference, resourceName } from './draft.ts';
import type { Facts } from './operation-facts.ts';

const SAID =
  /\b(must|has to|have to|needs to|should|may only|can only) be (one )?(of|among|from|in|an?)\b|\bone of\b|\bnot (an?|one of|among)\b|\bno such\b|\bunknown\b|\bamong\b/;

/** "The option must be one of the poll's": a value of the body that stands in a list of the record around. */
export function amongOf(
  { drafts }: Inference,
  { subject: { operation, parents } }: Facts,
): ContractAmong | null {
  const refusals = operation.responses.filter(({ status }) => /^(400|404|409|422)$/.test(status));
  const sentences = [
    operation.text,
    ...refusals.map(({ description }) => description.toLowerCase()),
  ]
    .flatMap((text) => text.split(/[.;,]/))
    .filter((sentence) => SAID.test(sentence));
  for (const name of operation.body?.schema.properties.keys() ?? [])
    for (const { noun } of parents.toReversed()) {
      const parent = drafts.get(noun);
      const list = parent === undefined ? null : listCalled(parent, name);
      const sentence = sentences.find((one) =>
        one
          .split(/[^a-z]+/)
          .map(singular)
          .includes(plain(name)),
      );
      if (parent === undefined || list === null || sentence === undefined) continue;
      const says = `There is no such ${name}.`.slice(0, 300);
      return { of: resourceName(parent), list, source: { in: 'body', name }, says };
    }
  return null;
}

/** `options` for an `option`. */
function listCalled(parent: Draft, name: string): string | null {
  const lists = [...parent.members.values()].filter(({ kind }) => kind === 'json');
  const found = lists.find(
    (one) => plain(one.name) !== plain(name) && singular(plain(one.name)) === plain(name),
  );
  return found?.name ?? null;
}
