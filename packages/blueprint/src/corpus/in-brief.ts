import { readSaid } from '../read-prompt.ts';

/** `Name: field, field? | relation Target`, so that a test shows what it expects at a glance. */
export function readInBrief(prompt: string): string[] {
  const outcome = readSaid(prompt);
  if (!outcome.ok) return [outcome.refusal.code];
  return outcome.reading.blueprint.entities.map(({ name, fields, relations }) => {
    const own = fields.map((field) => `${field.name}${field.required ? '' : '?'}`);
    const parents = relations.filter(
      ({ kind }) => kind === 'belongs-to' || kind === 'many-to-many',
    );
    return `${name}: ${own.join(', ')} | ${parents.map(({ kind, target }) => `${kind} ${target}`).join(', ')}`;
  });
}
