import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const given =
  'text: { type: string }, hours: { type: integer }, rate: { type: integer }, taxPercent: { type: integer }';
const line = `{ type: object, required: [id, net, tax, whole], properties: { id: { type: integer }, ${given}, net: { type: integer, description: hours times rate }, tax: { type: integer, description: "taxPercent of net, rounded to whole cents" }, whole: { type: integer, description: net plus tax } } }`;
const bill = `{ type: object, required: [id, net, tax, gross, left], properties: { id: { type: integer }, title: { type: string }, discount: { type: integer, default: 0 }, lines: { type: array, items: ${line} }, net: { type: integer, description: Sum over the lines }, tax: { type: integer, description: Sum over the lines }, gross: { type: integer, description: net and tax together }, left: { type: integer, description: gross less discount } } }`;

const contract = infer(`
  /bills:
    post:
      requestBody: { ${json(object('title: { type: string }', 'discount: { type: integer }', `lines: { type: array, items: { type: object, properties: { ${given} } } }`))} }
      responses: { '201': ${ok(bill)} }
  /bills/{id}: { get: { parameters: [${id}], responses: { '200': ${ok(bill)} } } }
  /bills/{id}/lines:
    post:
      parameters: [${id}]
      requestBody: { ${json(`{ type: object, properties: { ${given} } }`)} }
      responses: { '201': ${ok(line)} }`);
const resource = async (name: string) =>
  (await contract).resources.find((one) => one.name === name);

describe('arithmetic that descriptions tell', () => {
  it('is worked out of the numbers of the record', async () => {
    expect((await resource('line'))?.derived).toMatchObject([
      { name: 'net', take: 'product', of: ['hours', 'rate'] },
      { name: 'tax', take: 'percent', of: 'net', percent: 'taxPercent', round: 0 },
      { name: 'whole', take: 'terms', terms: [{ of: 'net', minus: false }, { of: 'tax' }] },
    ]);
  });

  it('is worked out of what is summed up below it', async () => {
    const bills = await resource('bill');
    expect(bills?.gathered).toMatchObject([
      { name: 'lines', take: 'rows' },
      { name: 'net', take: 'sum', member: 'net' },
      { name: 'tax', take: 'sum', member: 'tax' },
    ]);
    expect(bills?.derived).toMatchObject([
      { name: 'gross', take: 'balance', terms: [{ of: 'net' }, { of: 'tax' }] },
      { name: 'left', take: 'balance', terms: [{ of: 'gross' }, { of: 'discount', minus: true }] },
    ]);
  });
});

describe('what is made with a record', () => {
  it('is a record of its own where it can be added by itself as well', async () => {
    expect(behaviourOf(await contract, 'post /bills')).toMatchObject({
      kind: 'create',
      with: [{ property: 'lines', resource: 'line', by: 'billId', set: [{}, {}, {}, {}] }],
    });
  });
});
