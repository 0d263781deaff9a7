import type { FieldKind } from '../field-kind.ts';
import { ordinary } from '../kinds/common.ts';
import type { ComputedModel } from './computed-model.ts';

/** What a computed field becomes: a number that is given, asked for and never taken. */
export function computedKind({ isWhole, isStored, scale }: ComputedModel): FieldKind {
  const common = {
    ...ordinary,
    builder: 'numeric',
    sqlType: 'numeric',
    filter: 'range' as const,
    sample: '',
    invalid: [],
  };
  if (!isWhole) {
    const schema = `decimal({ scale: ${Math.max(1, scale)} })`;
    return { ...common, module: 'decimal', imports: ['decimal'], schema };
  }
  const [min, max] = isStored
    ? ['-2_147_483_648', '2_147_483_647']
    : ['-999_999_999_999_999', '999_999_999_999_999'];
  return {
    ...common,
    module: 'integer',
    imports: ['queryInteger'],
    schema: '',
    query: `queryInteger({ min: ${min}, max: ${max} })`,
    output: 'z.int()',
    builderArguments: "{ mode: 'number' }",
  };
}
