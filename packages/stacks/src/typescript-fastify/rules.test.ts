import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { everyRule } from '../fixtures/index.ts';
import { typescriptFastify as stack } from './stack.ts';

function filesOf(blueprint: Blueprint): Map<string, string> {
  const units = stack.codeUnits(blueprint).flatMap(({ id }) => stack.generateUnit(blueprint, id));
  return new Map(units.map(({ path, content }) => [path, content]));
}

/** The fixture with another form of one entity. */
function withEntity(name: string, change: (entity: Entity) => void): Blueprint {
  const blueprint = structuredClone(everyRule);
  for (const entity of blueprint.entities) if (entity.name === name) change(entity);
  return blueprint;
}

describe('the rules of an app', () => {
  const files = filesOf(everyRule);
  const migration = files.get('migrations/0001_initial.sql') ?? '';

  it.each([
    'create unique index "seat_room_id_row_number_key" on "seat" ("room_id", "row", "number");',
    'create unique index "seat_floor_id_label_key" on "seat" ("floor_id", md5("label"));',
    'references "room" ("id") on delete cascade;',
    'references "floor" ("id") on delete set null;',
    'when (old."paid" in (true)) execute function "booking_kept_by_paid"();',
    `when (old."kind" in ('stay', 'guest''s')) execute function "booking_kept_by_kind"();`,
    'foreign key ("room_id") references "room" ("id") on delete cascade;',
    'create trigger "stay_per_room_id_limit" after insert or update of "room_id", "state" on "stay"',
    'create trigger "stay_starts_overlap" after insert or update of "starts", "ends", "room_id", "state" on "stay"',
    `for each row when (new."room_id" is not null and new."state" in ('kept'))`,
    `where "room_id" = new."room_id" and "state" in ('kept')) > 3 then`,
    'and "starts" < new."ends" and "ends" > new."starts") then',
    'create index "stay_starts_span_idx" on "stay" ("room_id", "state", "starts");',
    'add constraint "stay_adults_order_check" check ("adults" <= "places");',
    'add constraint "stay_asked_order_check" check ("asked" < "answered");',
    'foreign key ("tag_id") references "tag" ("id") on delete restrict;',
  ])('are kept by the database: %s', (statement) => {
    expect(migration).toContain(statement);
  });

  it('are told to clients and to people', () => {
    const sentence = 'No two seats have the same room, row and number';
    expect(files.get('src/modules/seat/schema.ts')).toContain("'x-rules': [");
    expect(files.get('src/database/rules.ts')).toContain("members: ['roomId', 'row', 'number']");
    expect(files.get('README.md')).toContain(`- ${sentence}.\n`);
    expect(files.get('README.md')).toContain('- Deleting a room deletes the seats');
    expect(stack.design(everyRule).decisions.map(({ title }) => title)).toContain(sentence);
  });

  it('let a state change by operations of its own alone', () => {
    const schema = files.get('src/modules/order/schema.ts') ?? '';
    expect(schema.slice(schema.indexOf('newOrder'), schema.indexOf('orderSchema'))).not.toMatch(
      /fields\.status/,
    );
    const { endpoints } = stack.design(everyRule);
    expect(endpoints.filter(({ path }) => path.startsWith('/api/orders/{id}/'))).toMatchObject([
      { operationId: 'sendOutOrder', path: '/api/orders/{id}/send-out' },
      { operationId: 'finishOrder' },
      { operationId: 'moveDeleteOrder', path: '/api/orders/{id}/delete' },
      { operationId: 'reopenOrder' },
      { operationId: 'listOrderHistory', method: 'GET' },
    ]);
  });

  it('leave no trace where there are none', () => {
    const plain = structuredClone(everyRule);
    for (const entity of plain.entities) {
      delete entity.uniqueTogether;
      delete entity.rules;
      delete entity.lifecycle;
      for (const relation of entity.relations) delete relation.onDelete;
    }
    const text = [...filesOf(plain)].map(([path, content]) => `${path}\n${content}`).join('\n');
    expect(text).not.toMatch(
      /40P01|try-again|x-rules|broken-?rule|database\/rules|Its rules|create trigger|with its|transition-refused|lifecycle[-.]ts|history-table/i,
    );
  });

  it.each<[string, Blueprint, RegExp]>([
    [
      'an unknown member of a group',
      withEntity('Seat', (seat) => Object.assign(seat, { uniqueTogether: [['room', 'x']] })),
      /^Seat\.uniqueTogether: there is no field or belongs-to relation x/,
    ],
    [
      'a required relation that would be emptied',
      withEntity('Seat', (seat) =>
        Object.assign(seat.relations[0] ?? {}, { onDelete: 'set-null', required: true }),
      ),
      /^Seat\.room: a required relation cannot be left empty/,
    ],
    [
      'a block by a relation that it has not',
      withEntity('Tag', (tag) =>
        Object.assign(tag, { rules: [{ kind: 'delete-blocked-by', relation: 'x' }] }),
      ),
      /^Tag\.rules: there are no rows of others in x/,
    ],
    [
      'a limit per a field',
      withEntity('Stay', (stay) =>
        Object.assign(stay, { rules: [{ kind: 'at-most', per: 'state', most: 1 }] }),
      ),
      /^Stay\.rules: there is no belongs-to relation state/,
    ],
    [
      'an order in a circle',
      withEntity('Stay', (stay) => {
        const [first, second] = ['adults', 'places'];
        const rules = [
          { kind: 'order', first, second },
          { kind: 'order', first: second, second: first },
        ];
        Object.assign(stay, { rules });
      }),
      /^Stay\.adults: no value of it is above places/,
    ],
    [
      'days in a circle',
      withEntity('Stay', (stay) => {
        const [first, second] = ['starts', 'ends'];
        const rules = [
          { kind: 'order', first, second },
          { kind: 'order', first: second, second: first },
        ];
        Object.assign(stay, { rules });
      }),
      /^Stay\.rules: the orders between the fields form a circle/,
    ],
    [
      'a state that does not exist',
      withEntity('Order', (order) => Object.assign(order.lifecycle ?? {}, { initial: 'gone' })),
      /^Order\.lifecycle: status is never gone/,
    ],
    [
      'rows that are kept for good',
      withEntity('Order', (order) => {
        const values = ['draft', 'sent', 'done', "it's off"];
        Object.assign(order, { rules: [{ kind: 'delete-blocked', field: 'status', values }] });
      }),
      /^Order\.lifecycle: no row ever reaches a state in which it can be deleted/,
    ],
    [
      'a block by a text',
      withEntity('Booking', (booking) =>
        Object.assign(booking, {
          rules: [{ kind: 'delete-blocked', field: 'note', values: ['a'] }],
        }),
      ),
      /^Booking\.note: only an enum or a boolean/,
    ],
    [
      'a block by every value',
      withEntity('Booking', (booking) =>
        Object.assign(booking, {
          rules: [{ kind: 'delete-blocked', field: 'paid', values: [true, false] }],
        }),
      ),
      /^Booking\.paid: every value keeps/,
    ],
  ])('cannot have %s', (_case, blueprint, message) => {
    expect(() => stack.design(blueprint)).toThrow(message);
  });
});
