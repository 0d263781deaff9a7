import { describe, expect, it } from 'vitest';
import { behaviourOf, infer, json, object, ok } from './written-document.ts';

const text = '{ type: string }';
const ROW =
  '{ type: object, required: [name], properties: { name: { type: string }, price: { type: number } } }';
const SHOWN = object('id: { type: integer }', `name: ${text}`, 'price: { type: number }');

const goods = (more: string) =>
  infer(`
  /goods:
    get: { responses: { '200': ${ok(`{ type: array, items: ${SHOWN} }`)} } }
    post:
      requestBody: { ${json(ROW)} }
      responses: { '201': ${ok(SHOWN)} }
${more}`);

describe('comma separated values', () => {
  it.each([
    ['/goods/export', 'text/csv', 'All goods'],
    ['/goods.csv', 'text/csv', 'Goods for spreadsheets'],
    ['/goods/download', 'application/csv', 'Every good on a line'],
  ])('are what records show at %s', async (path, media, summary) => {
    const contract = await goods(`
  ${path}:
    get:
      summary: ${summary}
      responses: { '200': { description: Values, content: { ${media}: { schema: ${text} } } } }`);
    expect(behaviourOf(contract, `get ${path}`)).toMatchObject({
      kind: 'list',
      answer: {
        body: { as: 'csv', columns: [{ name: 'id' }, { name: 'name' }, { name: 'price' }] },
      },
    });
  });

  it('have the columns that are named', async () => {
    const contract = await goods(`
  /goods/export:
    get:
      description: Comes with the columns (name, price).
      responses: { '200': { description: Values, content: { text/csv: { schema: ${text} } } } }`);
    expect(behaviourOf(contract, 'get /goods/export')).toMatchObject({
      answer: { body: { columns: [{ name: 'name' }, { name: 'price' }] } },
    });
  });

  it.each([
    ['text/csv', text, undefined],
    ['multipart/form-data', object('upload: { type: string, format: binary }'), 'upload'],
  ])('are taken line by line as %s', async (media, schema, part) => {
    const contract = await goods(`
  /goods/import:
    post:
      summary: Import goods from CSV
      requestBody: { content: { ${media}: { schema: ${schema} } } }
      responses: { '200': ${ok(object('imported: { type: integer }'))} }`);
    const behaviour = behaviourOf(contract, 'post /goods/import');
    expect(behaviour).toMatchObject({
      ...{ kind: 'create', many: true, set: [{ member: 'name' }, { member: 'price' }] },
      csv: { method: 'post', path: '/goods', ...(part !== undefined && { part }) },
    });
    expect(contract.resources[0]?.members.map(({ name }) => name)).not.toContain('content');
  });

  it('are no records where nothing says what one is like', async () => {
    const contract = await infer(`
  /goods/import:
    post:
      requestBody: { content: { text/csv: { schema: ${text} } } }
      responses: { '200': ${ok(object('imported: { type: integer }'))} }`);
    expect(behaviourOf(contract, 'post /goods/import')).toMatchObject({ kind: 'undetermined' });
  });
});
