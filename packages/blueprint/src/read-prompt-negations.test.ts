import type { Access, Reading } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { readPrompt } from './read-prompt.ts';

const SHOP =
  'There are three roles: customer, clerk and manager. Orders have a number. Products have a name and a price.';

function read(prompt: string): Reading {
  const outcome = readPrompt(prompt);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  expect(checkBlueprint(outcome.reading.blueprint)).toMatchObject({ ok: true });
  return outcome.reading;
}

function accessTo(entity: string, { blueprint }: Reading): Access | undefined {
  return blueprint.entities.find(({ name }) => name === entity)?.access;
}

describe('rights that are told by who has them not', () => {
  const [customer, clerk, manager] = ['customer', 'clerk', 'manager'] as const;

  it.each([
    ['Nobody but managers may delete orders.', { delete: [manager] }],
    ['No one except managers can delete orders.', { delete: [manager] }],
    ['Nobody other than managers may edit orders.', { update: [manager] }],
    ['Managers alone may delete orders.', { delete: [manager] }],
    ['Orders cannot be deleted by anyone but managers.', { delete: [manager] }],
    ['Deleting orders is only for managers.', { delete: [manager] }],
    ['Deleting orders is reserved for managers.', { delete: [manager] }],
    ['Neither customers nor clerks may delete orders.', { delete: [manager] }],
    ['Everyone except customers can edit orders.', { update: [clerk, manager] }],
    ['Everybody but customers may change orders.', { update: [clerk, manager] }],
    ['All users except customers may change orders.', { update: [clerk, manager] }],
    ['Orders can be edited by everyone except customers.', { update: [clerk, manager] }],
    ['No one may delete orders except managers.', { delete: [manager] }],
    ['Nobody can delete orders, except for managers.', { delete: [manager] }],
    ['Everyone can see orders except customers.', { read: [clerk, manager] }],
    ['All but customers can edit orders.', { update: [clerk, manager] }],
    ['Everyone except clerks may delete orders.', { delete: [customer, manager] }],
    ["Clerks can't delete orders.", { delete: [manager] }],
    ['No clerk may delete orders.', { delete: [manager] }],
    ["Orders can't be deleted by clerks.", { delete: [manager] }],
    ['It is forbidden for clerks to delete orders.', { delete: [manager] }],
    ['Clerks are forbidden to delete orders.', { delete: [manager] }],
    ['Deleting orders is not allowed for clerks.', { delete: [manager] }],
    ['Clerks may do everything except delete orders.', { delete: [manager] }],
    ['Customers never see orders.', { read: [clerk, manager] }],
    ['Only clerks and managers, but not customers, may edit orders.', { update: [clerk, manager] }],
    ['Anyone except guests can create orders.', { create: [customer, clerk, manager] }],
    ['Managers can delete orders, clerks can’t.', { delete: [manager] }],
  ])('%s', (sentence, access) => {
    const reading = read(`${SHOP} ${sentence}`);

    expect(accessTo('Order', reading)).toMatchObject(access);
    expect(reading.blueprint.entities.map(({ name }) => name)).toEqual(['Order', 'Product']);
    expect(reading.blueprint.people?.roles.map(({ name }) => name)).toEqual([
      customer,
      clerk,
      manager,
    ]);
    expect(reading.notUnderstood).toEqual([]);
  });

  it.each([
    ['Customers may delete orders. Clerks cannot delete orders.', { delete: [customer, manager] }],
    ['Managers cannot create orders.', { create: [customer, clerk] }],
    ['Clerks can look but not touch.', { create: [customer, manager] }],
  ])(
    'bind those below, but not whom the prompt names and not everybody: %s',
    (sentence, access) => {
      expect(accessTo('Order', read(`${SHOP} ${sentence}`))).toMatchObject(access);
    },
  );

  it('say whom they bind besides, with a way to overturn it', () => {
    const denied = `${SHOP} Clerks can't delete orders.`;
    const remark = read(denied).assumptions.find(({ path }) => path === 'Order.access.delete');
    expect(remark?.text).toBe(
      'A role above customers may not delete orders; so customers may not either.',
    );
    const [answer] = remark?.answers ?? [];
    const answered = read(`${denied} ${answer?.sentence}`);
    expect(accessTo('Order', answered)?.delete).toEqual([customer, manager]);
    expect(answered.assumptions.map(({ path }) => path)).not.toContain('Order.access.delete');
  });

  it('leave out some things of all', () => {
    const reading = read(`${SHOP} Clerks may edit everything except orders.`);
    expect(accessTo('Order', reading)?.update).toEqual([manager]);
    expect(reading.notUnderstood).toEqual([]);
  });

  it('may call a role what means everybody else elsewhere', () => {
    const reading = read(
      'There are three roles: guest, clerk and manager. Orders have a number. Everyone except guests can edit orders.',
    );
    expect(accessTo('Order', reading)?.update).toEqual([clerk, manager]);
  });

  it.each([
    ['Customers can only see orders.', { update: [clerk, manager], delete: [clerk, manager] }],
    ['Customers may only read orders.', { create: [clerk, manager] }],
    ['Clerks can only create and see orders.', { delete: [manager] }],
  ])('may say that there is nothing else: %s', (sentence, access) => {
    expect(accessTo('Order', read(`${SHOP} ${sentence}`))).toMatchObject(access);
  });

  it('take steps from those who are denied them', () => {
    const reading = read(
      'There are two roles: clerk and manager. Orders have a number. An order goes from open to approved. Clerks cannot approve orders.',
    );
    expect(reading.blueprint.entities[0]?.lifecycle?.transitions[0]?.roles).toEqual([manager]);
  });

  it.each([
    ['Clerks cannot approve orders.', [manager]],
    ['Clerks cannot approve orders. Customers may approve orders.', [customer, manager]],
    ['Managers cannot approve orders.', [customer, clerk]],
  ])('take steps from those below as well: %s', (sentence, roles) => {
    const reading = read(`${SHOP} An order goes from open to approved. ${sentence}`);
    expect(reading.blueprint.entities[0]?.lifecycle?.transitions[0]?.roles).toEqual(roles);
  });

  it.each([
    'Everyone but the weather may delete orders.',
    'Nobody but me may delete orders.',
    'Everybody except clerks logs in.',
  ])('are listed where it is not known who is meant: %s', (sentence) => {
    const reading = read(`${SHOP} ${sentence}`);
    expect(accessTo('Order', reading)).toBeUndefined();
    expect(reading.notUnderstood.length).toBeGreaterThan(0);
  });

  it.each(['You cannot delete orders.', "You can't remove a product.", 'Never delete a product.'])(
    'are listed where nobody signs in: %s',
    (sentence) => {
      const reading = read(`Orders have a number. Products have a name. ${sentence}`);
      expect(reading.notUnderstood.join()).toMatch(/cannot|can't|never/i);
    },
  );
});
