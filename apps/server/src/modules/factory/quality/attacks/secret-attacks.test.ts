import { randomUUID } from 'node:crypto';
import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { attackApp, attackLibrary, field, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { secretAttacks } from './secret-attacks.ts';

const blueprint: Blueprint = {
  ...{ version: 1, name: 'safes', title: 'Safes', description: 'Safes with a code' },
  entities: [
    {
      ...{ name: 'Safe', plural: 'Safes', relations: [] },
      fields: [field('label', 'string'), field('code', 'password', { minLength: 4 })],
    },
  ],
};

const json = { 'application/json': { schema: { $ref: '#/components/schemas/Safe' } } };
const text = { type: 'string', minLength: 1, maxLength: 40 };
const body = {
  type: 'object',
  required: ['label', 'code'],
  properties: { label: text, code: { ...text, minLength: 4, format: 'password' } },
};
const requestBody = { required: true, content: { 'application/json': { schema: body } } };
const record = { type: 'object', properties: { id: text, label: text } };
const operation = (status: number) => ({ responses: { [status]: { content: json } } });
const document = {
  openapi: '3.1.0',
  paths: {
    '/safes': { get: operation(200), post: { ...operation(201), requestBody } },
    '/safes/{id}': { get: operation(200), patch: { ...operation(200), requestBody } },
  },
  components: { schemas: { Safe: record } },
};

type Row = { id: string; label: string; code: string };
type Hole = 'answers-passwords' | 'answers-hashes' | 'keeps-passwords' | 'searches-passwords';

/** Keeps safes, and what of them it writes into its files. */
function createSafes(hole?: Hole) {
  const rows: Row[] = [];
  const files: string[] = [];
  const show = ({ id, label, code }: Row) => ({
    ...{ id, label },
    ...(hole === 'answers-passwords' && { note: code }),
    ...(hole === 'answers-hashes' && { code: '$argon2id$v=19$m=32768,t=2,p=1$c2FsdA$aGFzaA' }),
  });
  const answer = (status: number, value: unknown): AppResponse => ({
    ...{ status, contentType: 'application/json', headers: {}, body: JSON.stringify(value) },
  });
  async function send({ method, path, body: sent = '{}' }: AppRequest): Promise<AppResponse> {
    if (path === '/openapi.json') return answer(200, document);
    const [place = '', query = ''] = path.split('?');
    const found = rows.find(({ id }) => place.endsWith(id));
    if (method === 'POST') {
      const row: Row = { id: randomUUID(), ...JSON.parse(sent) };
      rows.push(row);
      files.push(`${row.id} ${hole === 'keeps-passwords' ? row.code : 'hash'}`);
      return answer(201, show(row));
    }
    if (found !== undefined) return answer(200, show(found));
    const wanted = new URLSearchParams(query).get('code');
    if (wanted !== null && hole !== 'searches-passwords') return answer(422, {});
    const items = rows.filter(({ code }) => wanted === null || wanted === code).map(show);
    return answer(200, { items, ...(wanted !== null && { query: wanted }) });
  }
  const searchData = async (needles: readonly Buffer[]) =>
    files.some((file) => needles.some((needle) => file.includes(needle.toString()))) ? ['wal'] : [];
  return { client: { send, close: () => {} }, searchData };
}

const attackWith = (id: string, hole?: Hole) =>
  attackApp(pickAttack(secretAttacks, id), { ...createSafes(hole), blueprint, people: null });

describe('attacks on the passwords of records', () => {
  it.each(rowsOf(secretAttacks))('%s finds nothing in a sound app', async (id) => {
    const { findings, sent, reason } = await attackWith(id);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(0);
  });

  it.each(rowsOf(secretAttacks))('%s says that there are none', async (_id, attack) => {
    expect((await attackLibrary(attack)).reason).toBe('No record has a password.');
  });

  it.each<[Hole, number]>([
    ['answers-passwords', 4],
    ['answers-hashes', 4],
    ['searches-passwords', 1],
  ])('an app that %s is found', async (hole, count) => {
    const { findings } = await attackWith('secret-in-answers', hole);

    expect(findings).toHaveLength(count);
    expect(findings[0]?.message).toBe('the answer holds code, or what is kept of it');
  });

  it('an app that keeps them is found', async () => {
    const { findings } = await attackWith('secret-stored', 'keeps-passwords');

    expect(findings).toMatchObject([
      { message: 'code, or a digest of it without a salt, stands in wal' },
    ]);
  });

  it('says where files cannot be searched', async () => {
    const { client } = createSafes();
    const attack = pickAttack(secretAttacks, 'secret-stored');

    expect((await attackApp(attack, { client, blueprint, people: null })).reason).toMatch(
      /cannot be searched/,
    );
  });
});
