import { randomUUID } from 'node:crypto';
import type { Blueprint } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { sampleFile } from '../domain/sample-files.ts';
import type { AppClient } from '../ports.ts';
import type { SignedInPeople } from '../sign-in-people.ts';
import { field } from './attack-library.ts';
import { refuse } from './people-document.ts';

/** What an app with files may get wrong, each for one attack. */
export type FileHole =
  | 'believes-the-header'
  | 'serves-pages'
  | 'lets-guess'
  | 'runs-scripts'
  | 'takes-any-size'
  | 'keeps-names'
  | 'gives-to-anybody'
  | 'refuses-all'
  | 'fails-on-empty';

export const MOST_BYTES = 1_000;
const TYPES = ['image/gif', 'text/plain'];
const ROLES = ['guest', 'keeper'];

export const filesBlueprint: Blueprint = {
  ...{ version: 1, name: 'papers', title: 'Papers', description: 'Papers with a scan' },
  people: { roles: ROLES.map((name) => ({ name })), signUp: 'open' },
  entities: [
    { name: 'Paper', plural: 'Papers', fields: [field('title', 'string')], relations: [] },
  ],
};

const text = { type: 'string', minLength: 1, maxLength: 40 };
const json = (schema: object) => ({ 'application/json': { schema } });
const record = { type: 'object', properties: { id: text, title: text } };
const binary = { type: 'string', format: 'binary', maxLength: MOST_BYTES };
const files = Object.fromEntries(TYPES.map((type) => [type, { schema: binary }]));
const own = { 'x-roles': ROLES, 'x-rows': 'own' };
const answering = (status: number, content: object = {}) => ({
  ...own,
  responses: { [status]: { content }, '4XX': {} },
});
const requestBody = {
  content: json({ type: 'object', required: ['title'], properties: { title: text } }),
};

const document = {
  openapi: '3.1.0',
  paths: {
    '/papers': {
      get: answering(200, json({ type: 'object' })),
      post: { ...answering(201, json(record)), requestBody },
    },
    '/papers/{id}': { get: answering(200, json(record)) },
    '/papers/{id}/scan': {
      put: { ...answering(200, json({ type: 'object' })), requestBody: { content: files } },
      get: answering(200, files),
      delete: answering(204),
    },
  },
};

type Scan = { name: string; type: string; content: string };
type Paper = { id: string; title: string; owner: string; scan?: Scan | undefined };

/** A sound app in this process that keeps papers with a scan; but for its holes. */
export function createFilesApp(...holes: readonly FileHole[]) {
  const has = (hole: FileHole) => holes.includes(hole);
  const papers = new Map<string, Paper>();
  const answer = (status: number, value: unknown): AppResponse => ({
    ...{ status, contentType: 'application/json', headers: {}, body: JSON.stringify(value) },
  });

  function put(paper: Paper, { path, contentType = '', body = '' }: AppRequest): AppResponse {
    if (body === '') return refuse(has('fails-on-empty') ? 500 : 422);
    if (has('refuses-all')) return refuse(415);
    if (body.length > MOST_BYTES && !has('takes-any-size')) return refuse(413);
    const known = TYPES.find((type) => body.startsWith(sampleFile(type)?.slice(0, 6) ?? ''));
    const told = known ?? (/^[\t\n\r -~]*$/.test(body) ? 'text/plain' : undefined);
    const type = has('believes-the-header') ? contentType : told;
    if (type === undefined) return refuse(415);
    const wanted = new URLSearchParams(path.split('?')[1]).get('name') ?? 'scan';
    const name = has('keeps-names') ? wanted : wanted.replaceAll(/[^a-z]/g, '');
    paper.scan = { name, type, content: body };
    return answer(200, { name, type, size: body.length });
  }

  function give({ name, type, content }: Scan): AppResponse {
    const contentType = has('serves-pages') && type === 'text/plain' ? 'text/html' : type;
    const headers = {
      'content-disposition': `attachment; filename="${name}"`,
      ...(!has('lets-guess') && { 'x-content-type-options': 'nosniff' }),
      ...(!has('runs-scripts') && { 'content-security-policy': "default-src 'none'; sandbox" }),
    };
    return { status: 200, contentType, headers, body: content };
  }

  function scanOf(paper: Paper, request: AppRequest): AppResponse {
    if (request.method === 'PUT') return put(paper, request);
    if (paper.scan === undefined) return refuse(404);
    if (request.method === 'GET') return give(paper.scan);
    paper.scan = undefined;
    return { status: 204, contentType: '', headers: {}, body: '' };
  }

  async function send(request: AppRequest): Promise<AppResponse> {
    const { method, path, headers } = request;
    const owner = headers?.cookie ?? '';
    const [, collection, id = '', scan] = (path.split('?')[0] ?? '').split('/');
    if (collection === 'openapi.json') return answer(200, document);
    if (method === 'POST') {
      const paper = { id: randomUUID(), title: 'paper', owner };
      papers.set(paper.id, paper);
      return answer(201, { id: paper.id, title: paper.title });
    }
    if (id === '') return answer(200, { items: [] });
    const paper = papers.get(id);
    const isOwn = paper?.owner === owner || has('gives-to-anybody');
    if (paper === undefined || !isOwn) return refuse(404);
    return scan === undefined ? answer(200, { id, title: paper.title }) : scanOf(paper, request);
  }

  const client: AppClient = { send, close: () => {} };
  return { client, people: peopleOf(client) };
}

/** Accounts of which each has a cookie of its own. */
function peopleOf(client: AppClient): SignedInPeople {
  let count = 0;
  return {
    app: {
      ...{ signUp: null, signIn: '/sign-in', signOut: '/sign-out', session: '/session' },
      ...{ accounts: '/accounts', passwordChange: null, passwordReset: null },
      ...{ passwordResetConfirm: null, teams: null, roles: ROLES, admin: 'keeper' },
    },
    client,
    cookieOf: (role) => `who=${role}`,
    addAccount: async (role) => {
      count += 1;
      return { email: `${role}${count}@example.com`, password: 'a long enough phrase' };
    },
    signIn: async ({ email }) => `who=${email}`,
  };
}
