import { flatten } from '../flatten.ts';
import type { Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import { isPasswordName } from './names.ts';
import type { Facts } from './operation-facts.ts';

const MOST_DEPTH = 6;

/** Names like `user.password`: what is kept as a whole would keep them as they are. */
export function nestedPasswords({ root }: Inference, { subject, intent }: Facts): string[] {
  const { body } = subject.operation;
  if (body === null || !['create', 'replace', 'update', 'deed'].includes(intent)) return [];
  return [...itemOf(root, body.schema).properties].flatMap(([name, schema]) =>
    passwordsBelow(root, schema, name, 0),
  );
}

function passwordsBelow(root: unknown, schema: unknown, path: string, depth: number): string[] {
  if (depth > MOST_DEPTH) return [];
  const { properties, items } = flatten(root, schema);
  const below = [...properties].flatMap(([name, each]) => {
    const own = `${path}.${name}`;
    const isSecret = isPasswordName(name) || flatten(root, each).format === 'password';
    return isSecret ? [own] : passwordsBelow(root, each, own, depth + 1);
  });
  return items === undefined ? below : [...below, ...passwordsBelow(root, items, path, depth + 1)];
}
