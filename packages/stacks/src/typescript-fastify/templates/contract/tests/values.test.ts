import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectMatch, isKnown, tagOf } from '../src/behaviours/tags.ts';
import type { Call } from '../src/contract/operation.ts';
import { UploadedFile } from '../src/contract/bodies.ts';
import { expectOrder } from '../src/records/expect-order.ts';
import { fileName, mediaTypeOf } from '../src/records/file-facts.ts';
import type { MemberRule, Resource } from '../src/records/resource.ts';
import { changedValues, newValues, valuesOfColumns } from '../src/records/values.ts';
import { rows } from './support/rows.ts';
import { PNG } from './support/world.ts';

const [sample] = Object.values(rows);

describe('what files are', () => {
  it('is told by their bytes', () => {
    assert.equal(mediaTypeOf(PNG), 'image/png');
    assert.equal(mediaTypeOf(Buffer.from('%PDF-1.7')), 'application/pdf');
    assert.equal(mediaTypeOf(Buffer.from('<script>1</script>')), 'text/plain');
    assert.equal(mediaTypeOf(Buffer.from([0, 1, 2])), 'application/octet-stream');
    assert.equal(mediaTypeOf(Buffer.from([0xff, 0xfe, 0x41])), 'application/octet-stream');
  });

  it('has a name without a path', () => {
    assert.equal(fileName('../../etc/passwd'), 'passwd');
    assert.equal(fileName('C:\\x\\..\\evil;name.txt'), 'evilname.txt');
    assert.equal(fileName('...'), 'file');
    assert.equal(fileName('x'.repeat(300)).length, 100);
  });
});

describe('two moments of a row', () => {
  it('come in the order that the document wants', () => {
    assert.ok(sample);
    const ordered = [{ earlier: 'start', later: 'end', strict: true }];
    const resource: Resource = { ...sample.resource, ordered };
    const day = (start: unknown, end: unknown) => () => expectOrder(resource, { start, end });
    assert.doesNotThrow(day('2024-01-01', '2024-01-02'));
    assert.doesNotThrow(day(undefined, '2024-01-02'));
    assert.doesNotThrow(day(1, 2));
    assert.throws(day('2024-01-02T00:00:00Z', '2024-01-02T01:00:00+01:00'), /must be after/);
    assert.throws(day('b', 'a'), /must be after/);
  });
});

describe('values that the server makes', () => {
  const rules: Record<string, MemberRule> = {
    made: { made: 'created' },
    version: { made: 'version' },
    secret: { made: 'token', hashed: true },
    file: { kind: 'file', types: ['image/png'], maxBytes: 1_000 },
    size: { file: { of: 'file', fact: 'size' } },
    there: { file: { of: 'file', fact: 'present' } },
  };
  const withRules = (): Resource => {
    assert.ok(sample);
    const key = { member: 'id', made: 'uuid' as const };
    return { ...sample.resource, key, rules, numbers: [] };
  };

  it('are made for a new row, with what its file tells', () => {
    const file = new UploadedFile('a/b.png', 'text/html', PNG);
    const values = newValues(withRules(), { file }, null);
    assert.ok(!Number.isNaN(Date.parse(String(values.made))));
    assert.equal(values.version, 1);
    assert.equal(String(values.secret).length, 32);
    assert.equal(values.size, PNG.length);
    assert.equal(values.there, true);
    assert.deepEqual(values['file.about'], { name: 'b.png', type: 'image/png', size: PNG.length });
    const stored = valuesOfColumns(withRules(), values);
    assert.notEqual(stored.secret, values.secret);
    assert.equal(stored.file, PNG);
  });

  it('go with a file that is taken away', () => {
    const { file = {}, there = {} } = rules;
    const resource = { ...withRules(), rules: { file, there } };
    const values = changedValues(resource, { file: null, other: undefined });
    assert.equal(values.there, false);
    assert.equal(values['file.about'], null);
    assert.ok(!('other' in values));
  });

  it('are refused for what is no such file', () => {
    const refused = (file: unknown) => () => newValues(withRules(), { file }, null);
    assert.throws(refused('a text'), /must be a file/);
    assert.throws(refused(new UploadedFile('x', 'image/png', Buffer.from('no'))), /must be image/);
    assert.throws(refused(new UploadedFile('x', 'image/png', Buffer.alloc(2_000))), /more than/);
  });
});

describe('tags of rows', () => {
  const row = { id: 1, name: 'a' };
  const call = (headers: Record<string, string>) => ({ request: { headers } }) as unknown as Call; // what is read of one

  it('are others after every change, and known to who has them', () => {
    assert.notEqual(tagOf(row), tagOf({ ...row, name: 'b' }));
    assert.ok(isKnown(call({ 'if-none-match': `W/${tagOf(row)}` }), row));
    assert.ok(!isKnown(call({}), row));
  });

  it('are asked for before a change where the document asks for them', () => {
    assert.doesNotThrow(() => expectMatch(call({}), row, undefined));
    assert.doesNotThrow(() => expectMatch(call({ 'if-match': tagOf(row) }), row, 'required'));
    assert.throws(() => expectMatch(call({}), row, 'required'), /Name the tag/);
    assert.throws(() => expectMatch(call({ 'if-match': '"x"' }), row, 'optional'), /has changed/);
  });
});
