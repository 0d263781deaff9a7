import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { inBrief } from './documents/brief.fixture.ts';
import { readRequest } from './read-request.ts';

const SHOP = `
  create table customers (id bigserial primary key, name varchar(80) not null, email varchar(254));
  create table orders (
    id bigserial primary key,
    number varchar(20) not null unique,
    status text not null default 'new' check (status in ('new', 'paid')),
    customer_id bigint not null references customers
  );`;

async function read(prompt?: string) {
  const document = { name: 'corner-shop.sql', text: SHOP };
  const outcome = await readRequest(prompt === undefined ? { document } : { prompt, document });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

describe('a document alone', () => {
  it('is a reading with an account of the document', async () => {
    const { blueprint, phrases, document } = await read();

    expect(blueprint).toMatchObject({ name: 'corner-shop', title: 'Corner shop' });
    expect(phrases).toEqual([]);
    expect(document).toMatchObject({ name: 'corner-shop.sql', format: 'postgresql' });
    expect(document?.became.length).toBeGreaterThan(4);
  });

  it('that is wrong is refused with the place', async () => {
    const document = { name: 'a.sql', text: 'create table a (\n  id int,,\n);' };

    expect(await readRequest({ document })).toMatchObject({
      ok: false,
      refusal: { code: 'document-invalid', position: { line: 2, column: 10 } },
    });
  });
});

describe('a prompt beside a document', () => {
  it('adds fields, things and relations', async () => {
    const { blueprint, phrases } = await read(
      'A customer has a birthday and a phone. A supplier has a name and an optional website. An order has many parcels; a parcel has a weight.',
    );
    const brief = inBrief(blueprint);

    expect(brief).toMatchObject({
      Supplier: ['name: string!', 'website: url?'],
      Parcel: ['weight: decimal!', 'order -> Order.parcels!'],
    });
    expect(brief.Customer).toEqual([
      'name: string! ..80',
      'email: email? ..254',
      'birthday: date!',
      'phone: phone!',
      'orders <- Order.customer',
    ]);
    expect(brief.Order).toContain('parcels <- Parcel.order');
    expect(phrases.length).toBeGreaterThan(0);
  });

  it('adds people and rights to what the document has', async () => {
    const { blueprint } = await read(
      'Customers and orders. Only admins can delete orders. Staff can create and edit orders and customers.',
    );

    expect(blueprint.people?.roles.length).toBeGreaterThan(1);
    expect(blueprint.entities.find(({ name }) => name === 'Order')?.access?.delete).toEqual([
      'admin',
    ]);
    expect(inBrief(blueprint).Order?.[0]).toBe('number: string! unique ..20');
  });

  it('adds no name that it only assumes', async () => {
    const { blueprint } = await read('An order has a note. Deleted orders can be restored.');
    const order = blueprint.entities.find(({ name }) => name === 'Order');

    expect(order?.softDelete).toBe(true);
    expect(order?.fields.map(({ name }) => name)).toEqual(['number', 'status', 'note']);
  });

  it('does not change what the document says, and asks', async () => {
    const { blueprint, questions } = await read(
      'An order has a number from 1 to 99 and a status of open, closed or lost. A customer has a unique email.',
    );

    expect(inBrief(blueprint).Order?.slice(0, 2)).toEqual([
      'number: string! unique ..20',
      'status: enum! (new|paid) = new',
    ]);
    expect(questions.map(({ path }) => path)).toEqual([
      'Order.number',
      'Order.status',
      'Customer.email',
    ]);
  });

  it('names the app where it does so', async () => {
    const reading = await read('An order has a note.\nDecided:\nThe app is called Small Store.');

    expect(reading.blueprint).toMatchObject({ name: 'small-store', title: 'Small Store' });
  });

  it('that is not about data is listed as not understood', async () => {
    const { blueprint, notUnderstood } = await read('Make it fast and beautiful.');

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Customer', 'Order']);
    expect(notUnderstood).toEqual(['Make it fast and beautiful.']);
  });

  it('that cannot be read is refused', async () => {
    const document = { name: 'shop.sql', text: SHOP };
    const prompt =
      'Ein Kunde hat einen Namen und viele Bestellungen, und jede Bestellung hat ein Datum.';

    expect(await readRequest({ prompt, document })).toMatchObject({
      ok: false,
      refusal: { code: 'prompt-not-english' },
    });
  });

  it('is read knowing what the document describes', async () => {
    const { blueprint, notUnderstood } = await read(
      'Clerks sign in; only managers delete orders. An order goes from new to paid. An order also has a note. The email of a customer is unique.',
    );
    const [customer, order] = blueprint.entities;

    expect(notUnderstood).toEqual([]);
    expect(blueprint.people?.roles.map(({ name }) => name)).toEqual(['clerk', 'manager']);
    expect(order?.access).toMatchObject({ create: ['clerk', 'manager'], delete: ['manager'] });
    expect(order?.lifecycle).toMatchObject({ field: 'status', initial: 'new' });
    expect(order?.fields.at(-1)).toMatchObject({ name: 'note', required: true });
    expect(customer?.fields[1]).toMatchObject({ name: 'email', unique: true });
  });

  it('says what it changes of the document, and asks nothing of rows that are not there', async () => {
    const { blueprint, assumptions, questions } = await read(
      'Drop the email. Customers are called clients. Clerks sign in. Clerks see only their own orders.',
    );

    expect(inBrief(blueprint).Client?.[0]).toBe('name: string! ..80');
    expect(
      assumptions
        .filter(({ text }) => text.startsWith('The prompt changes'))
        .map(({ path }) => path),
    ).toEqual(['Client', 'Customer.email', 'Order.client']);
    expect(blueprint.entities[1]?.access?.rows).toBe('own');
    expect(questions).toEqual([]);
  });

  it('that is understood in part says which part is not', async () => {
    const { blueprint, notUnderstood } = await read(
      'Only admins delete orders. Parrots sing at midnight.',
    );

    expect(blueprint.entities.map(({ name }) => name)).toEqual(['Customer', 'Order']);
    expect(blueprint.entities[1]?.access?.delete).toContain('admin');
    expect(notUnderstood).toEqual([expect.stringContaining('Parrots sing at midnight')]);
  });
});
