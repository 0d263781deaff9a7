import { flatten } from '../flatten.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import type { Facts } from './operation-facts.ts';

const EACH =
  /\b(one|an?|each|every) [a-z ]{1,25}(per|for (each|every)|on (each|every|an?)) line|\b(each|every|per|one per) line\b|line by line/;

/** "One entry per line of text/plain" beside a list in JSON: the one text that every record needs; null for no such body. */
export function memberOfLines(
  { root }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): string | null {
  const { body, bodies, text } = operation;
  const isLines = bodies.some(
    ({ media, schema }) =>
      /^text\/plain/.test(media) && EACH.test(`${text} ${schema.description.toLowerCase()}`),
  );
  if (body === null || !isLines) return null;
  const { required, properties } = itemOf(root, body.schema);
  const [only, ...others] = [...required];
  const isText = only !== undefined && flatten(root, properties.get(only) ?? {}).type === 'string';
  return isText && others.length === 0 ? (findMember(draft, only)?.name ?? null) : null;
}
