import { readDocument } from '@quantumlayer/blueprint';
import type { ApiContract } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../../domain/finding.ts';
import { isObject } from '../../domain/json-schema.ts';
import { parseJson } from '../../domain/parse-json.ts';

const schema = (name: string) => `{ $ref: '#/components/schemas/${name}' }`;
const json = (name: string) => `content: { application/json: { schema: ${schema(name)} } }`;
const DOCUMENT = `openapi: 3.1.0
info: { title: Notes, version: '1' }
security: [{ bearer: [] }]
paths:
  /register:
    post:
      security: []
      requestBody: { required: true, ${json('Credentials')} }
      responses: { '201': { description: Made, ${json('User')} }, '409': { description: Taken }, '422': { description: Not valid } }
  /login:
    post:
      security: []
      requestBody: { required: true, ${json('Credentials')} }
      responses: { '200': { description: In, ${json('Token')} }, '401': { description: Wrong } }
  /notes:
    get:
      summary: My notes
      responses: { '200': { description: Notes, content: { application/json: { schema: { type: array, items: ${schema('Note')} } } } }, '401': { description: No } }
    post:
      requestBody: { required: true, ${json('NoteInput')} }
      responses: { '201': { description: Made, ${json('Note')} }, '401': { description: No }, '422': { description: Not valid } }
  /notes/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      responses: { '200': { description: Note, ${json('Note')} }, '401': { description: No }, '404': { description: None } }
  /weather:
    get:
      security: []
      responses: { '200': { description: Weather, content: { application/json: { schema: { type: object, required: [celsius], properties: { celsius: { type: number } } } } } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Credentials: { type: object, required: [email, password], properties: { email: { type: string, format: email }, password: { type: string, minLength: 8 } } }
    User: { type: object, required: [email], properties: { email: { type: string } } }
    Token: { type: object, required: [token], properties: { token: { type: string } } }
    NoteInput: { type: object, required: [text], properties: { text: { type: string } } }
    Note: { type: object, required: [id, text], properties: { id: { type: string }, text: { type: string } } }
`;

export async function notesContract(): Promise<ApiContract> {
  const { blueprint } = await readDocument({ name: 'notes.yaml', text: DOCUMENT });
  if (blueprint.contract === undefined) throw new Error('The document became no contract.');
  return blueprint.contract;
}

/** Ways in which the notes can be served badly. */
export type Flaw =
  | 'open'
  | 'shared'
  | 'tells-passwords'
  | 'takes-ids'
  | 'never-waits'
  | 'made-up'
  | 'fails'
  | 'wrong-shape';

type Note = { id: string; text: string; owner: string };

/** The notes as an app would serve them, in memory and with or without a flaw. */
export function createNotesApp(flaw: Flaw | null = null) {
  const accounts = new Map<string, string>();
  const sessions = new Map<string, string>();
  const notes: Note[] = [];
  let wrong = 0;

  function answer({ method, path, headers = {}, body }: AppRequest): [number, unknown?] {
    const route = `${method} ${path.split('?')[0]?.replace(/^\/notes\/.+/, '/notes/{id}')}`;
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const owner = sessions.get(token) ?? (flaw === 'open' ? 'anybody' : undefined);
    if (flaw === 'fails' && body?.includes('DROP TABLE')) return [500, { error: 'syntax error' }];
    if (route === 'POST /register') return register(body);
    if (route === 'POST /login') return login(body);
    if (route === 'GET /weather') return flaw === 'made-up' ? [200, { celsius: 20 }] : [501, {}];
    if (!route.includes('/notes')) return [404, {}];
    if (owner === undefined) return [401, {}];
    const seen = notes.filter((note) => flaw === 'shared' || note.owner === owner);
    if (route === 'GET /notes') return [200, seen.map(shown)];
    if (route === 'POST /notes') return add(body, owner);
    const found = seen.find(({ id }) => path.endsWith(`/${id}`));
    return found === undefined ? [404, {}] : [200, shown(found)];
  }

  function register(body = ''): [number, unknown?] {
    const given = parseJson(body);
    if (
      !isObject(given) ||
      typeof given.email !== 'string' ||
      typeof given.password !== 'string' ||
      given.password.length < 8
    )
      return [422, {}];
    if (accounts.has(given.email)) return [409, {}];
    accounts.set(given.email, given.password);
    return [
      201,
      { email: given.email, ...(flaw === 'tells-passwords' && { password: given.password }) },
    ];
  }

  function login(body = ''): [number, unknown?] {
    const given = parseJson(body);
    const known = isObject(given) ? accounts.get(String(given.email)) : undefined;
    const isRight = isObject(given) && known !== undefined && known === given.password;
    if (!isObject(given) || !isRight) {
      wrong += 1;
      return [wrong > 8 && flaw !== 'never-waits' ? 429 : 401, {}];
    }
    const token = `${sessions.size}`.padStart(44, 'a');
    sessions.set(token, String(given.email));
    return [200, { token }];
  }

  function add(body = '', owner = ''): [number, unknown?] {
    if (body.length > 1_000_000 || body.startsWith('{"a":{')) return [413, {}];
    const given = parseJson(body);
    if (!isObject(given) || typeof given.text !== 'string') return [422, {}];
    const id =
      flaw === 'takes-ids' && typeof given.id === 'string'
        ? given.id
        : `note-number-${notes.length}`;
    notes.push({ id, text: given.text, owner });
    return [201, flaw === 'wrong-shape' ? { id } : { id, text: given.text }];
  }

  return {
    close: () => {},
    async send(request: AppRequest): Promise<AppResponse> {
      const [status, value] = answer(request);
      return {
        status,
        contentType: 'application/json; charset=utf-8',
        headers: { 'x-content-type-options': 'nosniff' },
        body: JSON.stringify(value ?? {}),
      };
    },
  };
}

function shown({ id, text }: Note): Omit<Note, 'owner'> {
  return { id, text };
}
