import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { indent, wrap } from '../text.ts';
import { requiredReferences, writablePartsOf } from './entity-parts.ts';

/** Example rows: the same for seed data and for tests. */
export function sampleFile(entity: EntityModel): GeneratedFile {
  const parts = writablePartsOf(entity);
  const references = requiredReferences(entity).map(({ name }) => name);
  const samples = parts.map(({ kind }) => kind.sample);
  const helpers = [
    ...(samples.some((sample) => sample.startsWith('decimalText(')) ? ['decimal-text'] : []),
    ...(samples.some((sample) => sample.startsWith('pick(')) ? ['pick'] : []),
  ];
  const imports = helpers.map((helper) => {
    const name = helper === 'pick' ? 'pick' : 'decimalText';
    return `import { ${name} } from '../../samples/${helper}.ts';\n`;
  });
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
