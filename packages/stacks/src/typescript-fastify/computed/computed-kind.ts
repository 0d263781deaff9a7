import type { FieldKind } from '../field-kind.ts';
import { ordinary } from '../kinds/common.ts';
import type { ComputedModel } from './computed-model.ts';

/** What a computed field becomes: a number that is given and never taken; its schema is that of a query. */
export function computedKind(model: ComputedModel): FieldKind {
  const common = { ...ordinary, filter: 'range' as const, sample: '', invalid: [] };
  if (!model.isWhole) {
    // A request bounds what the row alone decides on; nothing bounds a total.
    const module = model.isStored ? 'decimal' : 'total';
    return {
      ...common,
      module,
      imports: [module],
      schema: `${module}({ scale: ${Math.max(1, model.scale)} })`,
      builder: 'numeric',
      sqlType: 'numeric',
    };
  }
  const type = model.computed.kind === 'count' ? 'bigint' : 'numeric';
  return {
    ...common,
    module: 'integer',
    imports: ['queryInteger'],
    schema: `queryInteger({ ${boundsOf(model)} })`,
    output: 'z.int()',
    builder: type,
    builderArguments: "{ mode: 'number' }",
    sqlType: type,
  };
}

function boundsOf({ computed, isStored }: ComputedModel): string {
  if (isStored) return 'min: -2_147_483_648, max: 2_147_483_647';
  const least = computed.kind === 'count' ? '0' : '-999_999_999_999_999';
  return `min: ${least}, max: 999_999_999_999_999`;
}
