import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { everyComputed, everyNested, invoicing } from '../../fixtures/index.ts';
import { typescriptFastify } from '../stack.ts';

function filesOf(blueprint: Blueprint): (path: string) => string {
  const all = [
    ...typescriptFastify
      .codeUnits(blueprint)
      .flatMap(({ id }) => typescriptFastify.generateUnit(blueprint, id)),
    ...typescriptFastify.generateTests(blueprint),
  ];
  const files = new Map(all.map(({ path, content }) => [path, content]));
  return (path) => files.get(path) ?? '';
}

const nested = filesOf(everyNested);
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('rows that come with others', () => {
  it('are taken by the new row only, without their key and what comes with them', () => {
    const schema = nested('src/modules/order/schema.ts');
    const changes = schema.slice(schema.indexOf('orderChanges'), schema.indexOf('orderSchema'));

    expect(flat(schema)).toContain('newLine.omit({ orderId: true, parts: true })');
    expect(schema).toContain('lines: z.array(nestedLines).max(100).optional(),');
    expect(changes).not.toContain('lines');
  });

  it('keep the rules between their own members', () => {
    const schema = flat(nested('src/modules/order/schema.ts'));
    const rules = schema.slice(schema.indexOf('nestedLines ='), schema.indexOf('nestedRemarks ='));

    expect(rules).toContain("member: 'amount', operation: 'product'");
    expect(rules).not.toContain('at-most');
  });

  it('are made in the transaction of the row, in their order, for their owner', () => {
    const detail = flat(nested('src/modules/order/detail.ts'));

    expect(detail).toContain('database.transaction(async (transaction) => {');
    expect(detail).toContain(
      'await atPlace(`/lines/${place}`, () => transaction.insert(lineTable)',
    );
    expect(detail).toContain('orderId: made.id, ownerId: by, ...stampsAt(place)');
  });

  it('are shown with the row alone', () => {
    const routes = nested('src/modules/order/routes.ts');

    expect(routes.match(/\b20[01]: orderDetailSchema/g)).toHaveLength(3);
    expect(routes.match(/: pageOf\(orderSchema\)/g)).toHaveLength(1);
  });

  it('need the right to create them, and see only what their maker sees', () => {
    const routes = flat(nested('src/modules/order/routes.ts'));

    expect(routes).toContain('both(both(orderAccess.create, lineAccess.create)');
    expect(routes).toContain("expectRow('voucherId', item.voucherId, (id) =>");
  });

  it('are told of in the design and the README', () => {
    const titles = typescriptFastify.design(everyNested).decisions.map(({ title }) => title);

    expect(titles).toContain('A new order is sent together with its lines');
    expect(nested('README.md')).toContain('`POST /api/orders` takes up to 100 `lines`');
  });

  it('are tested: all or nothing where one refers to nothing', () => {
    expect(nested('tests/order.test.ts')).toContain(
      "await expectProblemAt('/lines/1/productId', 422, 'POST', path, body);",
    );
  });

  it('are shown with what is computed of them', () => {
    const detail = filesOf(everyComputed)('src/modules/order/detail.ts');

    expect(detail).toContain('const row = await orderRepository.find(made.id);');
    expect(detail).not.toContain('?? made');
  });
});

describe('an app in which nothing comes with others', () => {
  it('has nothing of it', () => {
    const files = filesOf(invoicing);

    expect(files('src/http/at-place.ts')).toBe('');
    expect(files('src/http/problem.ts')).not.toContain('FailedAt');
    expect(files('src/modules/invoice/detail.ts')).toBe('');
  });
});
