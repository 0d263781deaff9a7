import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { indent, wrap } from '../text.ts';
import { requiredReferences, writablePartsOf } from './entity-parts.ts';

/** Functions that an example may begin with, and the files below src/samples that have them. */
export const sampleHelpers: Readonly<Record<string, string>> = {
  decimalText: 'decimal-text',
  pick: 'pick',
  someOf: 'some-of',
};

/** Example rows: the same for seed data and for tests. */
export function sampleFile(entity: EntityModel): GeneratedFile {
  const parts = writablePartsOf(entity);
  const references = requiredReferences(entity).map(({ name }) => name);
  const samples = parts.map(({ kind }) => kind.sample);
  const imports = Object.entries(sampleHelpers)
    .filter(([name]) => samples.some((sample) => sample.startsWith(`${name}(`)))
    .map(([name, file]) => `import { ${name} } from '../../samples/${file}.ts';\n`);
  const lines = parts.map(({ model, kind }) => `${model.name}: ${kind.sample},`);
  const usesNumber = samples.some((sample) => /\bn\b/.test(sample.replace(/'[^']*'/g, '')));
  const number = usesNumber ? 'n' : '_n';
  const picked = references.map((name) => `'${name}'`).join(' | ');
  const parameters = [
    `${number}: number`,
    ...(references.length > 0 ? [`references: Pick<New${entity.name}, ${picked}>`] : []),
  ];
  const signature = wrap(
    `export function sample${entity.name}(`,
    parameters,
    `): New${entity.name} {`,
  );
  const spread = references.length === 0 ? '' : '\n    ...references,';
  const content = `${imports.join('')}import type { New${entity.name} } from './schema.ts';

/** The example with the number \`n\`; different numbers give different rows. */
${signature}
  return {
${indent(lines.join('\n'), 2)}${spread}
  };
}
`;
  return { path: `src/modules/${entity.file}/sample.ts`, content };
}
