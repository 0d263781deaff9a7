import { describe, expect, it } from 'vitest';
import { behaviourOf, id, infer, json, object, ok } from './written-document.ts';

const event = object(
  'id: { type: integer }',
  'title: { type: string }',
  'startsAt: { type: string, format: date-time }',
  'endsAt: { type: string, format: date-time }',
  'status: { type: string, enum: [planned, cancelled] }',
);
const events = (what: { list?: string; making?: string; cancelling?: string; joining?: string }) =>
  infer(`
  /events:
    get:
      summary: ${what.list ?? 'Events'}
      responses: { '200': ${ok(`{ type: array, items: ${event} }`)} }
    post:
      requestBody: { ${json(object('title: { type: string }', 'startsAt: { type: string }', 'endsAt: { type: string }'))} }
      responses: { '201': ${ok(event)}, '422': { description: ${what.making ?? 'Not valid'} } }
  /events/{id}/cancel:
    post:
      parameters: [${id}]
      responses: { '200': ${ok(event)}, '409': { description: ${what.cancelling ?? 'Conflict'} } }
  /events/{id}/guests:
    post:
      parameters: [${id}]
      requestBody: { ${json(object('email: { type: string }'))} }
      responses: { '201': { description: In }, '409': { description: ${what.joining ?? 'Conflict'} } }`);

describe('states in which an operation is refused', () => {
  it.each(['It was cancelled before', 'Already cancelled', 'The event is already cancelled'])(
    'are told by "%s"',
    async (cancelling) => {
      const contract = await events({ cancelling });
      expect(behaviourOf(contract, 'post /events/{id}/cancel')).toMatchObject({
        guards: [{ member: 'status', value: 'cancelled', refusal: 'conflict' }],
      });
    },
  );

  it('may be those of the record above', async () => {
    const contract = await events({ joining: '"Invited already, or the event is cancelled"' });
    expect(behaviourOf(contract, 'post /events/{id}/guests')).toMatchObject({
      guards: [{ of: 'event', member: 'status', value: 'cancelled' }],
    });
  });

  it('are read also where YAML in braces cuts a description at its comma', async () => {
    const contract = await events({ joining: 'Invited already, or the event is cancelled' });
    expect(behaviourOf(contract, 'post /events/{id}/guests')).toMatchObject({
      guards: [{ of: 'event', member: 'status' }],
    });
  });

  it('are none where the words name no state', async () => {
    const contract = await events({ cancelling: 'The event is sacred' });
    expect(behaviourOf(contract, 'post /events/{id}/cancel')).not.toHaveProperty('guards');
  });
});

describe('two moments of a record', () => {
  it.each([
    ['The end is not after the start', [{ earlier: 'startsAt', later: 'endsAt', strict: true }]],
    ['Ends before the start', [{ earlier: 'startsAt', later: 'endsAt', strict: false }]],
    ['Not valid', undefined],
  ])('come in the order of "%s"', async (making, ordered) => {
    const { resources } = await events({ making });
    expect(resources.find(({ name }) => name === 'event')?.ordered).toEqual(ordered);
  });
});

describe('a list', () => {
  it('leaves out what its text leaves out, and comes by the moment that it names', async () => {
    const contract = await events({ list: 'Events that have not been cancelled, by start' });
    expect(behaviourOf(contract, 'get /events')).toMatchObject({
      except: [{ member: 'status', value: 'cancelled' }],
      sort: { initial: { member: 'startsAt', descending: false } },
    });
  });
});
