import { describe, expect, it } from 'vitest';
import { DocumentInvalid } from '../document-invalid.ts';
import { readDocument } from '../read-document.ts';

const withNode = (node: string) => `openapi: 3.0.3
info: { title: A, version: '1' }
paths:
  /nodes:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Node' } } } }
      responses: { '201': { description: Made } }
components:
  schemas:
    Node:
      type: object
${node}
    Leaf: { type: object, required: [node], properties: { node: { $ref: '#/components/schemas/Node' } } }
`;
const SELF = "{ $ref: '#/components/schemas/Node' }";

describe('a schema that holds itself', () => {
  it.each([
    ['a required member', `      required: [next]\n      properties:\n        next: ${SELF}`, 14],
    [
      'a list of at least one',
      `      required: [sub]\n      properties:\n        sub: { type: array, minItems: 1, items: ${SELF} }`,
      14,
    ],
    [
      'another schema',
      `      required: [leaf]\n      properties:\n        leaf: { $ref: '#/components/schemas/Leaf' }`,
      14,
    ],
  ])('is refused at its line where %s never ends', async (_what, node, line) => {
    const refusal = await readDocument({ name: 'a.yaml', text: withNode(node) }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(DocumentInvalid);
    expect(refusal).toMatchObject({ line, column: expect.any(Number) });
    expect(String(refusal)).toMatch(/without end/);
  });

  it.each([
    ['may be left out', `      properties:\n        next: ${SELF}`],
    [
      'may be null',
      `      required: [next]\n      properties:\n        next: { nullable: true, allOf: [${SELF}] }`,
    ],
    [
      'may be an empty list',
      `      required: [sub]\n      properties:\n        sub: { type: array, items: ${SELF} }`,
    ],
    [
      'may be something else',
      `      required: [next]\n      properties:\n        next: { oneOf: [${SELF}, { type: string }] }`,
    ],
  ])('is taken where it %s', async (_what, node) => {
    await expect(readDocument({ name: 'a.yaml', text: withNode(node) })).resolves.toBeDefined();
  });
});
