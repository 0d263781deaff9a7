import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Schema } from '../domain/json-schema.ts';
import type { SchemaChecker } from '../ports.ts';

const DOCUMENT = 'openapi.json';

export function createSchemaChecker(document: Schema): SchemaChecker {
  const ajv = new Ajv2020({
    ...{ strict: false, allErrors: true, validateSchema: false, logger: false },
    // 19.99 is a multiple of 0.01, whatever binary fractions say.
    multipleOfPrecision: 9,
  });
  formats.default(ajv);
  // RFC 3339 wants an offset in `time`; zod and most people write a local time.
  ajv.addFormat('time', /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/);
  ajv.addSchema({ ...document, $id: DOCUMENT });
  const compiled = new WeakMap<Schema, ValidateFunction>();

  function compile(schema: Schema): ValidateFunction {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const made = ajv.compile(absolute(schema));
    compiled.set(schema, made);
    return made;
  }

  return {
    check(schema, value) {
      const validate = compile(schema);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath || 'body'} ${message ?? 'is wrong'}`,
      );
    },
  };
}

/** Makes the document's own references absolute, since a schema is compiled apart from it. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#')
      ? `${DOCUMENT}${value}`
      : value,
  );
}
