import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { everyRecord, everyRecordOpen } from '../fixtures/index.ts';
import { typescriptFastify as stack } from './stack.ts';

function filesOf(blueprint: Blueprint): Map<string, string> {
  const units = stack.codeUnits(blueprint).flatMap(({ id }) => stack.generateUnit(blueprint, id));
  const files = [...units, ...stack.generateTests(blueprint)];
  return new Map(files.map(({ path, content }) => [path, content]));
}

function withoutKeeping(blueprint: Blueprint): Blueprint {
  const plain = structuredClone(blueprint);
  for (const entity of plain.entities) {
    delete entity.optimisticLocking;
    delete entity.softDelete;
    delete entity.audited;
  }
  return plain;
}

const textOf = (files: ReadonlyMap<string, string>) =>
  [...files].map(([path, content]) => `${path}\n${content}`).join('\n');

describe.each([
  ['with people', everyRecord],
  ['where nobody signs in', everyRecordOpen],
])('what is kept of records %s', (_where, blueprint) => {
  const files = filesOf(blueprint);
  const migration = files.get('migrations/0001_initial.sql') ?? '';
  const { tables, decisions } = stack.design(blueprint);

  it('leaves no trace where nothing is kept', () => {
    expect(textOf(filesOf(withoutKeeping(blueprint)))).not.toMatch(
      /ifMatch|if-match|etagOf|version-stale|versionsOf|"version" integer|check-versions|deleted_?at|restore|_held|export function expectAllowed|acting-?as|(created|updated)_?by|change-(?!blocked)/i,
    );
  });

  it('is a version that the database counts up', () => {
    expect(migration).toContain('"version" integer not null default 1');
    expect(migration).toContain('new."version" := old."version" + 1;');
    expect(migration).toContain('create trigger "invoice_version" before update on "invoice"');
    expect(migration).not.toContain('"note_version"');
    const invoice = tables.find(({ name }) => name === 'invoice');
    expect(invoice?.columns.map(({ name }) => name)).toContain('version');
  });

  it('is a version that each change names and each answer tells', () => {
    const routes = files.get('src/modules/invoice/routes.ts') ?? '';
    expect(routes.match(/headers: ifMatchHeaders,/g)).toHaveLength(2);
    expect(routes).toContain("reply.header('etag', etagOf(found.version));");
    expect(files.get('src/modules/invoice/lifecycle-routes.ts')).toContain('versionsOf(headers)');
    expect(files.get('src/modules/invoice/repository.ts')).toContain(
      'inArray(invoiceTable.version, versions)',
    );
    const profile = files.get('src/modules/profile/routes.ts') ?? '';
    expect(profile.match(/reply.header\('etag', etagOf\(found.version\)\);/g)).toHaveLength(2);
    expect(files.get('src/modules/note/routes.ts')).not.toContain('versions');
  });

  it('is told to clients and to people', () => {
    expect(files.get('src/modules/invoice/schema.ts')).toContain(
      "{ kind: 'optimistic-locking', member: 'version' }",
    );
    const title = /^A change of an invoice names the version that it is based on/;
    expect(decisions.find((decision) => title.test(decision.title))?.decision).toContain('412');
    expect(files.get('README.md')).toContain('- A change of an invoice names the version');
  });

  it('is a deletion that hides the row from everything but who may delete it', () => {
    const repository = files.get('src/modules/invoice/repository.ts') ?? '';
    expect(repository.match(/isNull\(invoiceTable.deletedAt\)/g)?.length).toBeGreaterThan(4);
    expect(repository).not.toContain('.delete(');
    expect(files.get('src/modules/invoice/lifecycle.ts')).toContain('isNull(');
    expect(files.get('src/modules/invoice-tags/repository.ts')).toContain(
      'isNull(tagTable.deletedAt)',
    );
    expect(files.get('src/modules/note/repository.ts')).not.toContain('isNull');
    const { endpoints } = stack.design(blueprint);
    expect(endpoints).toContainEqual({
      ...{ method: 'POST', path: '/api/invoices/{id}/restore', operationId: 'restoreInvoice' },
      summary: 'Restore an invoice that was deleted',
    });
  });

  it.each([
    'on "customer" ("email") where "deleted_at" is null;',
    'on "visit" ("contract_id", "number") where "deleted_at" is null;',
    'create unique index "profile_customer_id_idx" on "profile" ("customer_id") where "deleted_at" is null;',
    'where "contract_id" = new."contract_id" and "deleted_at" is null) > 3 then',
    'for each row when (new."contract_id" is not null and new."deleted_at" is null)',
    'update "invoice" set "deleted_at" = new."deleted_at" where "customer_id" = old."id" and "deleted_at" is null;',
    'update "invoice" set "deleted_at" = null where "customer_id" = old."id" and "deleted_at" = old."deleted_at";',
    'update "note" set "customer_id" = null where "customer_id" = old."id";',
    'if exists (select from "contract" where "customer_id" = old."id") then',
    'if exists (select from "profile" where "customer_id" = old."id" and "deleted_at" is null) then',
    'perform from "customer" where "id" = new."customer_id" and "deleted_at" is null for share;',
    'create trigger "note_customer_id_held" after insert or update of "customer_id" on "note"',
    'create trigger "visit_kept_by_kept_hide" before update of "deleted_at" on "visit"',
  ])('keeps hidden rows apart in the database: %s', (statement) => {
    expect(migration).toContain(statement);
  });

  it('says why a row is not restored before the one that it belongs to', () => {
    const rules = files.get('src/database/rules.ts') ?? '';
    expect(rules).toContain("code: 'parent-deleted'");
    expect(rules).toContain('is deleted; restore that customer first.');
  });

  it('is tested by the app itself', () => {
    expect(files.get('tests/invoice.test.ts')).toContain('await checkVersions(');
    expect(files.get('tests/support/locked-tables.ts')).toContain("['invoices', 'invoice'],");
    expect(files.get('tests/note.test.ts')).not.toContain('checkVersions');
    expect(files.get('tests/customer.test.ts')).toContain('await checkDeletion(path,');
    expect(files.get('tests/visit.test.ts')).toContain("await expectProblemAt('/contractId', 409,");
  });
});

describe('who changes records', () => {
  const files = filesOf(everyRecord);
  const migration = files.get('migrations/0001_initial.sql') ?? '';

  it.each([
    'create table "invoice_change" (',
    'new."created_by" := old."created_by";',
    '(\'number\', to_jsonb(old."number"), to_jsonb(new."number")),',
    '(\'total\', to_jsonb(old."total"::text), to_jsonb(new."total"::text)),',
    '(\'customerId\', to_jsonb(old."customer_id"), to_jsonb(new."customer_id"))',
    'create trigger "invoice_record" after insert or update on "invoice"',
  ])('is written by the database: %s', (statement) => {
    expect(migration).toContain(statement);
  });

  it('is named by the app in the transaction of each change', () => {
    const routes = files.get('src/modules/invoice/routes.ts') ?? '';
    expect(routes.match(/actingAs\(database, account/g)).toHaveLength(4);
    expect(files.get('src/modules/invoice/lifecycle-routes.ts')).toContain('actingAs(database');
    // Its notes and invoices are left without it or go with it.
    const customer = files.get('src/modules/customer/routes.ts') ?? '';
    expect(customer.match(/actingAs\(database, account/g)).toHaveLength(2);
    expect(files.get('src/modules/tag/routes.ts')).not.toContain('actingAs');
  });

  it('is shown to who may read the record, and never taken from a request', () => {
    const routes = files.get('src/modules/invoice/change-routes.ts') ?? '';
    expect(routes).toContain('access: invoiceAccess.read');
    expect(routes).toContain('rowsOf(account, invoiceAccess.seesAll)');
    const schema = files.get('src/modules/invoice/schema.ts') ?? '';
    expect(schema.match(/createdBy/g)).toHaveLength(1);
    expect(stack.design(everyRecord).endpoints.map(({ path }) => path)).toContain(
      '/api/invoices/{id}/changes',
    );
  });

  it('holds no secrets', () => {
    const blueprint = structuredClone(everyRecord);
    const note = blueprint.entities.find(({ name }) => name === 'Note');
    note?.fields.push({ name: 'apiToken', type: 'string', required: true, unique: false });
    const { content = '' } = { content: filesOf(blueprint).get('migrations/0001_initial.sql') };

    expect(content).toContain('"api_token"');
    expect(content).not.toContain('old."api_token"');
  });

  it('cannot be known where nobody signs in', () => {
    const blueprint = structuredClone(everyRecordOpen);
    for (const entity of blueprint.entities) entity.audited = true;

    expect(() => stack.design(blueprint)).toThrow('Customer.audited: it needs people');
  });
});

it('a field called version gets another name beside the version of the row', () => {
  const blueprint = structuredClone(everyRecordOpen);
  blueprint.entities[0]?.fields.push({
    ...{ name: 'version', type: 'string', required: true, unique: false },
  });
  const schema = filesOf(blueprint).get('src/modules/customer/schema.ts') ?? '';

  expect(schema).toContain('version: z.int(),');
  expect(schema).toContain('version2: fields.version2,');
});
