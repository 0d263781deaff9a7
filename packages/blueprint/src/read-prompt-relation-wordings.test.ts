import { describe, expect, it } from 'vitest';
import { coldWordings } from './corpus/cold-wordings.ts';
import { plainSpeechWordings } from './corpus/plain-speech-wordings.ts';
import { relationWordings } from './corpus/relation-wordings.ts';
import { sharedThingsWordings } from './corpus/shared-things-wordings.ts';
import { toldWordings } from './corpus/told-wordings.ts';
import { valueWordings } from './corpus/value-wordings.ts';
import { readSaid } from './read-prompt.ts';

/** `A>B`, `A>B?` and `A<>B` for every relation, and `A.b` and `A.b type` for every field. */
function read(prompt: string): { relations: Set<string>; fields: Set<string> } {
  const outcome = readSaid(prompt);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  const { entities } = outcome.reading.blueprint;
  const relations = entities.flatMap((entity) =>
    entity.relations.flatMap(({ kind, target, required }) => {
      if (kind === 'belongs-to') return [`${entity.name}>${target}${required ? '' : '?'}`];
      return kind === 'many-to-many' ? [[entity.name, target].sort().join('<>')] : [];
    }),
  );
  const fields = entities.flatMap(({ name, fields: own }) =>
    own.flatMap((field) => [`${name}.${field.name}`, `${name}.${field.name} ${field.type}`]),
  );
  return { relations: new Set(relations), fields: new Set(fields) };
}

describe.each(
  Object.entries({
    ...relationWordings,
    ...valueWordings,
    ...plainSpeechWordings,
    ...toldWordings,
    ...sharedThingsWordings,
    ...coldWordings,
  }),
)('%s', (_title, text) => {
  const cases = text
    .split('\n')
    .map((line) => line.trim().split(' => '))
    .filter(([, told]) => told !== undefined);

  it.each(cases)('%s', (said = '', told = '') => {
    const wanted = told.split(', ');
    const { relations, fields } = read(said.replaceAll('\\n', '\n'));

    expect([...relations].sort()).toEqual(wanted.filter((each) => !each.includes('.')).sort());
    for (const field of wanted.filter((each) => each.includes('.')))
      expect(fields).toContain(field);
  });
});
