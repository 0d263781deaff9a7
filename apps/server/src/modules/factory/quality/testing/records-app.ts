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
  | 'refuses-changes'
  | 'reads-deleted'
  | 'changes-deleted'
  | 'lists-deleted'
  | 'finds-deleted'
  | 'links-deleted'
  | 'refers-to-deleted'
  | 'keeps-deleted'
  | 'refuses-deletion'
  | 'writes-nothing-down'
  | 'changes-final'
  | 'opens-final';

type Page = {
  id: string;
  text: string;
  final: boolean;
  version: number;
  deletedAt: string | null;
};

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
  const tags = new Map<string, Set<string>>();
  const show = (status: number, page: Page) =>
    answer(status, page, has('tells-no-version') ? undefined : page.version);

  function mayWrite({ version }: Page, tag: string, isRemoval: boolean): AppResponse | null {
    if (tag === '' && !has('takes-no-version')) return refuse(428);
    if (tag === '*' && !has('takes-any-version')) return refuse(428);
    const isStale = tag !== '' && tag !== '*' && tag !== `"${version}"`;
    const isLet = has(isRemoval ? 'deletes-stale-versions' : 'takes-stale-versions');
    return isStale && !isLet ? refuse(412) : null;
  }

  function textOf({ body = '{}' }: AppRequest, otherwise?: string): string | null {
    const { text = otherwise } = JSON.parse(body);
    return typeof text === 'string' && text !== '' && text.length <= 200 ? text : null;
  }

  async function change(page: Page, request: AppRequest): Promise<AppResponse> {
    const text = textOf(request, page.text);
    if (text === null) return refuse(422);
    if (has('refuses-changes')) return refuse(409);
    const refusal = mayWrite(page, request.headers?.['if-match'] ?? '', false);
    if (refusal !== null) return refusal;
    const { final = page.final } = JSON.parse(request.body ?? '{}');
    const isOpen = has('changes-final') || (has('opens-final') && final === false);
    if (page.final && text !== page.text && !isOpen) return refuse(409);
    if (has('looks-before-it-writes')) await new Promise((resolve) => setTimeout(resolve, 5));
    page.text = text;
    page.final = final;
    if (!has('counts-nothing')) page.version += 1;
    return show(200, page);
  }

  function remove(page: Page, request: AppRequest): AppResponse {
    if (has('refuses-deletion')) return refuse(409);
    const refusal = mayWrite(page, request.headers?.['if-match'] ?? '', true);
    if (refusal !== null) return refusal;
    page.deletedAt = new Date().toISOString();
    return answer(204);
  }

  function restore(page: Page): AppResponse {
    if (page.deletedAt === null || has('keeps-deleted')) return refuse(404);
    page.deletedAt = null;
    return show(200, page);
  }

  function list(shown: (page: Page) => boolean): AppResponse {
    return answer(200, { items: [...pages.values()].filter(shown) });
  }

  function listPages({ path }: AppRequest): AppResponse {
    const search = new URL(path, 'http://app').searchParams;
    const words = search.get('q');
    const isDeleted = search.get('deleted') === 'only';
    if (search.has('deleted') && !isDeleted) return refuse(422);
    const isOpen = has('lists-deleted') || (words !== null && has('finds-deleted'));
    return list(
      ({ deletedAt, text }) =>
        (isOpen || (deletedAt !== null) === isDeleted) && text.includes(words ?? ''),
    );
  }

  function createOne(collection: string, request: AppRequest): AppResponse {
    const text = textOf(request);
    if (text === null) return refuse(422);
    const id = randomUUID();
    if (collection === 'pages') {
      const { final } = JSON.parse(request.body ?? '{}');
      const page = { id, text, final, version: 1, deletedAt: null };
      pages.set(id, page);
      return show(201, page);
    }
    if (collection === 'tags') {
      tags.set(id, new Set());
      return answer(201, { id, text });
    }
    const { pageId } = JSON.parse(request.body ?? '{}');
    const page = pages.get(String(pageId));
    const isThere = page && (page.deletedAt === null || has('refers-to-deleted'));
    return isThere ? answer(201, { id, text, pageId }) : refuse(422);
  }

  function ofTag({ method }: AppRequest, id: string, otherId = ''): AppResponse {
    const linked = tags.get(id);
    if (linked === undefined) return refuse(404);
    if (method === 'GET')
      return list(
        (page) => linked.has(page.id) && (page.deletedAt === null || has('links-deleted')),
      );
    if (pages.get(otherId)?.deletedAt !== null) return refuse(404);
    linked.add(otherId);
    return answer(204);
  }

  function ofPage(request: AppRequest, id: string, segment?: string) {
    const page = pages.get(id);
    if (page === undefined) return refuse(404);
    if (segment === 'restore') return restore(page);
    const isOpen = has(request.method === 'GET' ? 'reads-deleted' : 'changes-deleted');
    if (page.deletedAt !== null && !isOpen) return refuse(404);
    if (segment === 'changes')
      return answer(200, { items: has('writes-nothing-down') ? [] : [{ action: 'created' }] });
    if (request.method === 'GET') return show(200, page);
    return request.method === 'PATCH' ? change(page, request) : remove(page, request);
  }

  async function send(request: AppRequest): Promise<AppResponse> {
    const [path = ''] = request.path.split('?');
    if (path === '/openapi.json') return answer(200, recordsDocument);
    const [, collection = '', id, segment, otherId] = path.split('/');
    if (id === undefined)
      return request.method === 'GET' ? listPages(request) : createOne(collection, request);
    if (collection === 'tags') return ofTag(request, id, otherId);
    return ofPage(request, id, segment);
  }

  return { send, close: () => {} };
}

/** Carries out one attack on it. */
export function attackRecords(attack: Attack, ...holes: readonly RecordHole[]) {
  const client = createRecordsApp(...holes);
  return attackApp(attack, { client, blueprint: recordsBlueprint, people: null });
}
