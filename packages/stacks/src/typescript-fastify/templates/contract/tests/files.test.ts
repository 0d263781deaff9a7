import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UploadedFile } from '../src/contract/bodies.ts';
import { fileName, mediaTypeOf, typeAmong } from '../src/records/file-facts.ts';
import type { MemberRule, Resource } from '../src/records/resource.ts';
import { changedValues, newValues, valuesOfColumns } from '../src/records/values.ts';
import { rows } from './support/rows.ts';
import { sampleFile } from './support/sample-file.ts';

const PNG = sampleFile().content;
const [sample] = Object.values(rows);

describe('what files are', () => {
  it('is told by their bytes', () => {
    assert.equal(mediaTypeOf(PNG), 'image/png');
    assert.equal(mediaTypeOf(Buffer.from('%PDF-1.7')), 'application/pdf');
    assert.equal(mediaTypeOf(Buffer.from('<script>1</script>')), 'text/plain');
    assert.equal(mediaTypeOf(Buffer.from([0, 1, 2])), 'application/octet-stream');
    assert.equal(mediaTypeOf(Buffer.from([0xff, 0xfe, 0x41])), 'application/octet-stream');
  });

  it('is, of text that holds data, what it can be read as where that is wanted', () => {
    const wanted = ['application/json', 'application/xml', 'text/csv'];
    const typeOf = (text: string) => typeAmong(Buffer.from(text), wanted);
    assert.equal(typeOf('{"a":1}'), 'application/json');
    assert.equal(typeOf('<?xml version="1.0"?><a/>'), 'application/xml');
    assert.equal(typeOf('a,b'), 'text/csv');
    assert.equal(typeAmong(Buffer.from('<a/>'), ['text/csv']), 'text/plain');
    assert.equal(typeAmong(Buffer.from('a,b'), undefined), 'text/plain');
    assert.equal(typeAmong(PNG, wanted), 'image/png');
    for (const type of [...wanted, 'application/pdf', 'audio/wav', 'video/mp4', 'image/avif'])
      assert.equal(typeAmong(sampleFile([type]).content, [type]), type);
  });

  it('has a name without a path', () => {
    assert.equal(fileName('../../etc/passwd'), 'passwd');
    assert.equal(fileName('C:\\x\\..\\evil;name.txt'), 'evilname.txt');
    assert.equal(fileName('...'), 'file');
    assert.equal(fileName('x'.repeat(300)).length, 100);
  });
});

describe('a file in a row', () => {
  const rules: Record<string, MemberRule> = {
    file: { kind: 'file', types: ['image/png'], maxBytes: 1_000 },
    // @if fileFacts
    size: { file: { of: 'file', fact: 'size' } },
    there: { file: { of: 'file', fact: 'present' } },
    // @end
  };
  const withRules = (): Resource => {
    assert.ok(sample);
    const key = { member: 'id', made: 'uuid' as const };
    return { ...sample.resource, key, rules, numbers: [] };
  };

  it('is kept with what it tells', () => {
    const file = new UploadedFile('a/b.png', 'text/html', PNG);
    const values = newValues(withRules(), { file }, null);
    // @if fileFacts
    assert.equal(values.size, PNG.length);
    assert.equal(values.there, true);
    // @end
    assert.deepEqual(values['file.about'], { name: 'b.png', type: 'image/png', size: PNG.length });
    assert.equal(valuesOfColumns(withRules(), values).file, PNG);
  });

  it('is taken away with what it told', () => {
    const values = changedValues(withRules(), { file: null, other: undefined }, null);
    // @if fileFacts
    assert.equal(values.there, false);
    // @end
    assert.equal(values['file.about'], null);
    assert.ok(!('other' in values));
  });

  it('is refused where it is no such file', () => {
    const refused = (file: unknown) => () => newValues(withRules(), { file }, null);
    assert.throws(refused('a text'), /must be a file/);
    assert.throws(refused(new UploadedFile('x', 'image/png', Buffer.from('no'))), /must be image/);
    assert.throws(refused(new UploadedFile('x', 'image/png', Buffer.alloc(2_000))), /more than/);
  });
});
