import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';

const optionalBody = z.object({
  requestBody: z.object({
    content: z.object({
      'application/json': z.object({ schema: z.object({ anyOf: z.array(z.unknown()) }) }),
    }),
  }),
});
const nothing = z.object({ type: z.literal('null') });

/**
 * The OpenAPI document, in which a body that may be null may also be left out: what writes the document calls every
 * body required, though the server takes such a request without one.
 */
export const describeOptionalBodies: typeof jsonSchemaTransformObject = (input) => {
  const described = jsonSchemaTransformObject(input);
  const operations = Object.values(described.paths ?? {}).flatMap((path) =>
    Object.values(path ?? {}),
  );
  for (const operation of operations) {
    const { data } = optionalBody.safeParse(operation);
    if (data === undefined || typeof operation !== 'object' || operation === null) continue;
    const { anyOf } = data.requestBody.content['application/json'].schema;
    const [schema, ...others] = anyOf.filter((variant) => !nothing.safeParse(variant).success);
    if (others.length > 0 || anyOf.length !== 2) continue;
    Object.assign(operation, {
      requestBody: { required: false, content: { 'application/json': { schema } } },
    });
  }
  return described;
};
