import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

function read(prompt: string) {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { blueprint, notUnderstood, phrases } = outcome.reading;
  expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  const fieldsOf = (name: string) =>
    blueprint.entities.find((each) => each.name === name)?.fields.map((field) => field.name);
  const field = (path: string) => {
    const [entity, name] = path.split('.');
    const found = blueprint.entities.find((each) => each.name === entity);
    return found?.fields.find((each) => each.name === name);
  };
  return { field, fieldsOf, notUnderstood, phrases };
}

const PRODUCT = { kind: 'product', of: ['quantity', 'unitPrice'] };
const LINES =
  'An order has a number. A line item belongs to an order and has a quantity, a unit price and a total that is quantity times unit price.';

describe('fields that are worked out of their own row', () => {
  it.each([
    ['a total that is quantity times unit price', 'total'],
    ['a line total = quantity x unit price', 'lineTotal'],
    ['a line total = quantity × unit price', 'lineTotal'],
    ['a line total = quantity * unit price', 'lineTotal'],
    ['an amount (quantity times unit price)', 'amount'],
    ['an amount which is the product of quantity and unit price', 'amount'],
    ['an amount calculated as quantity multiplied by the unit price', 'amount'],
  ])('in a list: %s', (words, name) => {
    const { field, fieldsOf, notUnderstood, phrases } = read(
      `Orders have a number. A line item belongs to an order and has a quantity, a unit price and ${words}.`,
    );

    expect(field(`LineItem.${name}`)).toEqual({
      ...{ name, type: 'money', required: false, unique: false },
      computed: PRODUCT,
    });
    expect(fieldsOf('LineItem')).toEqual(['quantity', 'unitPrice', name]);
    expect(notUnderstood).toEqual([]);
    const shown = phrases.filter(({ became }) => became[0]?.path === `LineItem.${name}`);
    expect(shown.map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    'Line items: description, quantity, unit price, line total = quantity x unit price.',
    'A line item has a line total = quantity x unit price, a description, a quantity and a unit price.',
    'A line item has a description, a quantity, a line total = quantity x unit price and a unit price.',
    'Line items have a description, a quantity and a unit price. The line total of a line item is quantity times unit price.',
    "Line items have a description, a quantity and a unit price. A line item's line total is its quantity times its unit price.",
    'Line items have a description, a quantity, a unit price and a line total. The line total is quantity times unit price.',
  ])('wherever it stands: %s', (prompt) => {
    const { field, fieldsOf, notUnderstood } = read(prompt);

    expect(field('LineItem.lineTotal')).toMatchObject({ type: 'money', computed: PRODUCT });
    expect([...(fieldsOf('LineItem') ?? [])].sort()).toEqual([
      ...['description', 'lineTotal', 'quantity', 'unitPrice'],
    ]);
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    ['a gross price that is net price plus tax', { kind: 'sum', of: ['netPrice', 'tax'] }],
    ['a gross price = net price + tax', { kind: 'sum', of: ['netPrice', 'tax'] }],
    ['a gross price that is net price minus tax', { kind: 'difference', of: ['netPrice', 'tax'] }],
    [
      'a gross price that is the difference between net price and tax',
      { kind: 'difference', of: ['netPrice', 'tax'] },
    ],
  ])('adds and takes away: %s', (words, computed) => {
    const { field, notUnderstood } = read(
      `A product has a name, a net price in euros, a tax in euros and ${words}.`,
    );

    expect(field('Product.grossPrice')).toMatchObject({ type: 'money', computed });
    expect(notUnderstood).toEqual([]);
  });

  it('takes the type from what it is computed of', () => {
    const { field } = read('A box has a width, a height and an area that is width times height.');
    expect(field('Box.area')?.type).toBe(field('Box.width')?.type);
  });

  it('does not invent what is not there', () => {
    const { field, notUnderstood } = read(
      'A product has a name. The margin of a product is its turnover times its share.',
    );
    expect(field('Product.margin')?.computed).toBeUndefined();
    expect(notUnderstood.length).toBeGreaterThan(0);
  });
});

describe('fields that count other rows', () => {
  const LIBRARY =
    'Members have a name. A loan belongs to a member and has a date. Posts have a title. Comments belong to a post and have a text. Tags have a name. Posts have many tags and tags have many posts.';

  it.each([
    ['A member shows how many loans it has.', 'Member.loanCount', 'loans'],
    ['Members show the number of loans.', 'Member.loanCount', 'loans'],
    ['The number of loans of a member is shown.', 'Member.loanCount', 'loans'],
    ['For each member we show how many loans there are.', 'Member.loanCount', 'loans'],
    ['The loan count of a member is the number of its loans.', 'Member.loanCount', 'loans'],
    ['A tag shows how many posts it has.', 'Tag.postCount', 'posts'],
  ])('%s', (sentence, path, of) => {
    const { field, notUnderstood } = read(`${LIBRARY} ${sentence}`);

    expect(field(path)).toMatchObject({ type: 'integer', computed: { kind: 'count', of } });
    expect(notUnderstood).toEqual([]);
  });

  it.each([
    'A post has a title, a body and the number of comments. Comments belong to a post and have a text.',
    'A post has a title and a body, with the number of comments. Comments belong to a post and have a text.',
    'A post has a title, the number of comments and a body. Comments belong to a post and have a text.',
    'A post has a title, a body and how many comments it has. Comments belong to a post and have a text.',
  ])('in a list: %s', (prompt) => {
    const { fieldsOf, field, notUnderstood } = read(prompt);

    expect(fieldsOf('Post')).toEqual(['title', 'body', 'commentCount']);
    expect(field('Post.commentCount')?.computed).toEqual({ kind: 'count', of: 'comments' });
    expect(notUnderstood).toEqual([]);
  });

  it('may be the people who sign in, who are then kept as rows', () => {
    const { field } = read(
      'A team has a name and shows how many users it has. Users belong to a team and have a name and an email. Users sign in and see only their own teams.',
    );

    expect(field('Team.userCount')?.computed).toEqual({ kind: 'count', of: 'users' });
  });

  it.each([
    ['A booking has a date and the number of guests.', 'Booking', 'numberOfGuests'],
    [
      'A room has a name and a number of seats. Seats have a colour and belong to a room.',
      ...['Room', 'numberOfSeats'],
    ],
  ])('are not numbers that are given: %s', (prompt, entity, name) => {
    const { field } = read(prompt);

    expect(field(`${entity}.${name}`)).toMatchObject({ type: 'integer', required: true });
  });
});

describe('fields that add up other rows', () => {
  it.each([
    'The total of an order is the sum of its line totals.',
    "An order's total is the sum of its lines.",
    'The total of an order is the sum of the totals of its line items.',
    'An order has a total that is the sum of its line items.',
    "An order's total (sum of its lines).",
    'An order has a total (sum of its lines).',
    'The total of an order is the sum of all its line items.',
    'The total of an order is its line items added up.',
  ])('%s', (sentence) => {
    const { field, fieldsOf, notUnderstood } = read(`${LINES} ${sentence}`);

    expect(field('Order.total')).toMatchObject({
      type: 'money',
      computed: { kind: 'total', of: 'lineItems', field: 'total' },
    });
    expect(field('LineItem.total')?.computed).toEqual(PRODUCT);
    expect(fieldsOf('Order')).toEqual(['number', 'total']);
    expect(notUnderstood).toEqual([]);
  });

  it('may be told before what they add up', () => {
    const { field, notUnderstood } = read(
      'Orders have a number and a total. The total of an order is the sum of its line totals. Line items belong to an order and have a quantity and a unit price. The line total of a line item is quantity times unit price.',
    );

    expect(field('Order.total')?.computed).toEqual({
      ...{ kind: 'total', of: 'lineItems', field: 'lineTotal' },
    });
    expect(field('LineItem.lineTotal')?.computed).toEqual(PRODUCT);
    expect(notUnderstood).toEqual([]);
  });

  it('are of what is computed of the rows, also where it is told later', () => {
    const { field } = read(
      'Customers have a name. Orders belong to a customer and have a total (sum of its items). Order items belong to an order and have a quantity, a price and a subtotal (quantity times price).',
    );

    expect(field('Order.total')?.computed).toMatchObject({ field: 'subtotal' });
  });

  it('are of the one sum of money that there is', () => {
    const { field } = read(
      'A report has a title and a total that is the sum of its expenses. An expense belongs to a report and has a date and an amount in euros.',
    );

    expect(field('Report.total')?.computed).toMatchObject({ of: 'expenses', field: 'amount' });
  });

  it('add up totals of totals', () => {
    const { field, notUnderstood } = read(
      `A customer has a name. Orders belong to a customer. ${LINES} The total of an order is the sum of its line totals. The balance of a customer is the sum of its order totals.`,
    );

    expect(field('Customer.balance')?.computed).toEqual({
      ...{ kind: 'total', of: 'orders', field: 'total' },
    });
    expect(notUnderstood).toEqual([]);
  });
});

describe('an invoicing app', () => {
  it('is read with its net, its tax and its total', () => {
    const { field, fieldsOf, notUnderstood } = read(
      'An invoicing app. Customers have a name and a unique email. An invoice belongs to a customer and has a number, a date, a tax rate in percent and a status of draft, sent or paid. Line items belong to an invoice and have a description, a quantity, a unit price and a line total that is quantity times unit price. The net total of an invoice is the sum of its line totals. The tax of an invoice is its net total times its tax rate. The total of an invoice is its net total plus its tax. A customer shows how many invoices it has. An invoice is created together with its line items.',
    );

    expect(fieldsOf('Invoice')).toEqual([
      ...['number', 'date', 'taxRate', 'status', 'netTotal', 'tax', 'total'],
    ]);
    expect(fieldsOf('LineItem')).toEqual(['description', 'quantity', 'unitPrice', 'lineTotal']);
    expect(field('Invoice.netTotal')?.computed).toMatchObject({ field: 'lineTotal' });
    expect(field('Invoice.tax')).toMatchObject({
      ...{ type: 'money', computed: { kind: 'product', of: ['netTotal', 'taxRate'] } },
    });
    expect(field('Invoice.total')?.computed).toEqual({ kind: 'sum', of: ['netTotal', 'tax'] });
    expect(field('Customer.invoiceCount')?.computed).toEqual({ kind: 'count', of: 'invoices' });
    expect(notUnderstood).toEqual([]);
  });
});

describe('rows that are created together', () => {
  it.each([
    'An invoice is created together with its line items.',
    'Invoices are posted with their line items in one request.',
    'Invoices are posted with their items in one request.',
    'An invoice can be saved together with its items.',
    'Line items are created together with their invoice.',
    'An invoice is created along with its line items in a single request.',
  ])('%s', (sentence) => {
    const outcome = readPrompt(
      `An invoice has a number. Line items belong to an invoice and have a quantity and a unit price. ${sentence}`,
    );
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const { blueprint, notUnderstood, phrases } = outcome.reading;
    const invoice = blueprint.entities.find(({ name }) => name === 'Invoice');

    expect(invoice?.relations).toMatchObject([
      { kind: 'has-many', target: 'LineItem', nested: true },
    ]);
    expect(notUnderstood).toEqual([]);
    expect(phrases.at(-1)?.became[0]?.path).toBe('Invoice.lineItems');
  });

  it('are sent alone where not everybody who reads the one may read the others', () => {
    const outcome = readPrompt(
      'An invoice has a number. Line items belong to an invoice and have a quantity. An invoice is created together with its line items. Clerks create invoices. Customers can see invoices. Only managers may see line items.',
    );
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const { blueprint, notUnderstood } = outcome.reading;

    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
    expect(notUnderstood).toEqual([
      'An invoice is created together with its line items (customer, clerk may read Invoice, which shows LineItem, but not that.)',
    ]);
  });

  it('are not, where nothing says so', () => {
    const outcome = readPrompt(
      'Invoices have a number. Line items belong to an invoice and have a quantity.',
    );
    const all = outcome.ok ? outcome.reading.blueprint.entities : [];

    expect(all.flatMap(({ relations }) => relations).some(({ nested }) => nested)).toBe(false);
  });

  it('are listed where they would be without what they are sent with', () => {
    const outcome = readPrompt(
      'Invoices have a number. Line items optionally belong to an invoice and have a quantity. An invoice is created together with its line items.',
    );

    expect(outcome.ok && outcome.reading.notUnderstood.join()).toContain('make it required');
  });
});
