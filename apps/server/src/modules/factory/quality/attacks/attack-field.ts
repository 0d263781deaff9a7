import type { AttackExchange } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { isObject } from '../domain/json-schema.ts';
import type { ApiDocument } from '../domain/openapi-document.ts';
import { parseJson } from '../domain/parse-json.ts';
import type { AppClient } from '../ports.ts';
import type { RecordMaker } from '../record-maker.ts';
import type { SignedInPeople } from '../sign-in-people.ts';
import type { Target } from './target.ts';

export type Members = Record<string, unknown>;
export type Made = AttackExchange & { readonly id: string; readonly record: Members };

/** What an attack works with: the app, what is known of it, and where to put what it finds. */
export type AttackField = {
  readonly document: ApiDocument;
  readonly targets: readonly Target[];
  /** Null when nobody signs in to the app; where somebody does, whoever sends no cookie is somebody who may. */
  readonly people: SignedInPeople | null;
  /** Null when no answer came in time or the connection was closed. */
  send(request: AppRequest): Promise<AppResponse | null>;
  /** As `send`, with the time it took in milliseconds. */
  time(request: AppRequest): Promise<{ response: AppResponse | null; durationMs: number }>;
  /** A body that the app should take; null when one of its parents cannot be made. */
  body(target: Target): Promise<Members | null>;
  /** Makes a record, with these members changed; null when the app does not take it. */
  make(target: Target, changes?: Members): Promise<Made | null>;
  /** As `make`, in a state in which it can be deleted. */
  makeDeletable(target: Target): Promise<Made | null>;
  /** A record that is there, for attacks that leave it as it was; made where none is. Null as with `make`. */
  borrow(target: Target): Promise<Made | null>;
  /** The files in which the app keeps its rows that hold one of these. */
  searchData(needles: readonly Buffer[]): Promise<string[]>;
  /** The text of one of those files; null when it is not there. */
  readData(path: string): Promise<string | null>;
  report(message: string, exchange: AttackExchange): void;
};

type Parts = {
  document: ApiDocument;
  targets: readonly Target[];
  people: SignedInPeople | null;
  client: AppClient;
  records: RecordMaker;
  /** What it throws ends the attack. */
  seen: (exchange: AttackExchange) => void | Promise<void>;
  report: AttackField['report'];
  searchData: AttackField['searchData'];
  readData: AttackField['readData'];
};

export function createAttackField(parts: Parts): AttackField {
  const { document, targets, people, client, records, report, searchData, readData } = parts;

  async function send(request: AppRequest): Promise<AppResponse | null> {
    const response = await client.send(request).catch(() => null);
    await parts.seen({ request, response });
    return response;
  }

  const body: AttackField['body'] = async ({ create }) =>
    records.body(create, { flavour: 'full', fresh: false });

  const make: AttackField['make'] = async (target, changes = {}) => {
    for (const fresh of [false, true]) {
      const members = await records.body(target.create, { flavour: 'full', fresh });
      if (members === null) return null;
      const request = postJson(target.path, { ...members, ...changes });
      const response = await send(request);
      const record = readRecord(response);
      if (record !== null) return { id: String(record.id), record, request, response };
      // Its parents may have as many children as they can have.
      if (response === null || response.status >= 500) return null;
    }
    return null;
  };

  const lent = new Map<Target, Made>();

  return {
    document,
    targets,
    people,
    send,
    body,
    report,
    searchData,
    readData,
    async time(request) {
      const started = performance.now();
      const response = await send(request);
      return { response, durationMs: performance.now() - started };
    },
    make,
    async makeDeletable(target) {
      const made = await make(target);
      for (const { path } of made === null ? [] : target.wayToDeletable)
        await send({ method: 'POST', path: path.replace(/\{[^}]+\}/, made?.id ?? '') });
      return made;
    },
    async borrow(target) {
      const known = lent.get(target);
      const path = `${target.path}/${known?.id}`;
      const isThere =
        known !== undefined &&
        (target.read === null || isTaken(await send({ method: 'GET', path })));
      const made = isThere ? known : await make(target);
      if (made !== null) lent.set(target, made);
      return made;
    },
  };
}

/** Makes a first record of each, which finds out what references point at where no name says it. */
export async function learnReferences(
  records: RecordMaker,
  targets: readonly Target[],
): Promise<void> {
  for (const { resource } of targets) {
    await records.create(resource, { flavour: 'full', fresh: false });
  }
}

/** The record that a 2xx answer holds; null for any other answer. */
export function readRecord(response: AppResponse | null): Members | null {
  if (response === null || response.status >= 300) return null;
  const value = parseJson(response.body);
  return isObject(value) ? value : null;
}

/** The rows of a page of a list; null for any other answer. */
export function readRows(response: AppResponse | null): Members[] | null {
  const page = readRecord(response);
  return Array.isArray(page?.items) ? page.items.filter(isObject) : null;
}

export function postJson(path: string, body: unknown): AppRequest {
  return sendJson('POST', path, JSON.stringify(body));
}

export function sendJson(method: string, path: string, body: string): AppRequest {
  return { method, path, contentType: 'application/json', body };
}

export function isTaken(response: AppResponse | null): response is AppResponse {
  return response !== null && response.status >= 200 && response.status < 300;
}
