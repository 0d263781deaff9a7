import { randomUUID } from 'node:crypto';
import type { Attack } from '../attacks/attack.ts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AppClient } from '../ports.ts';
import { attackApp } from './attack-library.ts';
import { refuse } from './people-document.ts';
import { recordsBlueprint, recordsDocument } from './records-document.ts';

/** What the app does wrong. */
export type RecordHole =
  | 'takes-stale-versions'
  | 'takes-no-version'
  | 'takes-any-version'
  | 'looks-before-it-writes'
  | 'deletes-stale-versions'
  | 'counts-nothing'
  | 'tells-no-version'
  | 'refuses-changes';

type Page = { id: string; text: string; version: number };

const answer = (status: number, value?: unknown, version?: number): AppResponse => ({
  status,
  contentType: value === undefined ? '' : 'application/json',
  headers: version === undefined ? {} : { etag: `"${version}"` },
  body: value === undefined ? '' : JSON.stringify(value),
});

/** A sound app in this process that keeps more of a record than its values; but for its holes. */
export function createRecordsApp(...holes: readonly RecordHole[]): AppClient {
  const has = (hole: RecordHole) => holes.includes(hole);
  const pages = new Map<string, Page>();
  const show = (status: number, { ...page }: Page) =>
    answer(status, page, has('tells-no-version') ? undefined : page.version);

  function mayWrite({ version }: Page, tag: string, isRemoval: boolean): AppResponse | null {
    if (tag === '' && !has('takes-no-version')) return refuse(428);
    if (tag === '*' && !has('takes-any-version')) return refuse(428);
    const isStale = tag !== '' && tag !== '*' && tag !== `"${version}"`;
    const isLet = has(isRemoval ? 'deletes-stale-versions' : 'takes-stale-versions');
    return isStale && !isLet ? refuse(412) : null;
  }

  async function change(page: Page, request: AppRequest): Promise<AppResponse> {
    const { text = page.text } = JSON.parse(request.body ?? '{}');
    if (typeof text !== 'string' || text === '' || text.length > 200) return refuse(422);
    if (has('refuses-changes')) return refuse(409);
    const refusal = mayWrite(page, request.headers?.['if-match'] ?? '', false);
    if (refusal !== null) return refusal;
    if (has('looks-before-it-writes')) await new Promise((resolve) => setTimeout(resolve, 5));
    page.text = text;
    if (!has('counts-nothing')) page.version += 1;
    return show(200, page);
  }

  async function send(request: AppRequest): Promise<AppResponse> {
    const [path = ''] = request.path.split('?');
    if (path === '/openapi.json') return answer(200, recordsDocument);
    const [, , id] = path.split('/');
    if (request.method === 'POST') {
      const body: unknown = JSON.parse(request.body ?? '{}');
      const { text } = { text: null, ...(body as object) };
      if (typeof text !== 'string' || text === '') return refuse(422);
      const page = { id: randomUUID(), text, version: 1 };
      pages.set(page.id, page);
      return show(201, page);
    }
    if (id === undefined) return answer(200, { items: [...pages.values()] });
    const page = pages.get(id);
    if (page === undefined) return refuse(404);
    if (request.method === 'GET') return show(200, page);
    if (request.method === 'PATCH') return change(page, request);
    const refusal = mayWrite(page, request.headers?.['if-match'] ?? '', true);
    if (refusal !== null) return refusal;
    pages.delete(id);
    return answer(204);
  }

  return { send, close: () => {} };
}

/** Carries out one attack on it. */
export function attackRecords(attack: Attack, ...holes: readonly RecordHole[]) {
  const client = createRecordsApp(...holes);
  return attackApp(attack, { client, blueprint: recordsBlueprint, people: null });
}
