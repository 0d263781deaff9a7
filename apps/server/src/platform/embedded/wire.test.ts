import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backend,
  columnsOf,
  createFrameReader,
  errorFieldsOf,
  errorResponse,
  framesOf,
  frontend,
  message,
  prefixStatement,
  readyForQuery,
  simpleQuery,
  sqlOf,
  statusOf,
} from './wire.ts';

const startup = message(0, Buffer.from([0, 3, 0, 0]), Buffer.from('user\0x\0\0')).subarray(1);

describe('wire protocol', () => {
  it('finds the same messages however the bytes are cut', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(200)), (queries, cuts) => {
        const bytes = Buffer.concat([startup, ...queries.map(simpleQuery)]);
        const read = createFrameReader();
        const frames: Buffer[] = [];
        const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
          (a, b) => a - b,
        );
        let at = 0;
        for (const end of ends) {
          frames.push(...read(bytes.subarray(at, end)));
          at = end;
        }
        expect(frames.slice(1).map(sqlOf)).toEqual(queries);
        expect(frames[0]?.equals(startup)).toBe(true);
      }),
    );
  });

  it.each([
    ['Parse', message(frontend.parse, 'name', 'SELECT 1', Buffer.of(0, 0))],
    ['Bind', message(frontend.bind, 'portal', 'name', Buffer.of(0, 0, 0, 0, 0, 0))],
    ['Describe', message(frontend.describe, Buffer.from('S'), 'name')],
    ['Close', message(frontend.close, Buffer.from('S'), 'name')],
  ])('prefixes the statement of a %s and keeps the rest', (_type, frame) => {
    const { frame: renamed, name } = prefixStatement(frame, 'c1:');
    expect(name).toBe('c1:name');
    expect(renamed.toString('latin1').replace('c1:name', 'name').slice(5)).toBe(
      frame.toString('latin1').slice(5),
    );
    expect([...framesOf(renamed)]).toHaveLength(1);
  });

  it.each([
    ['an unnamed Parse', message(frontend.parse, '', 'SELECT 1', Buffer.of(0, 0))],
    ['a Describe of a portal', message(frontend.describe, Buffer.from('P'), 'name')],
    ['a query', simpleQuery('name')],
    ['a Sync', message(frontend.sync)],
  ])('leaves %s alone', (_type, frame) => {
    expect(prefixStatement(frame, 'c1:')).toEqual({ frame, name: '' });
  });

  it('reads the columns of a row, nulls included', () => {
    const row = message(
      backend.dataRow,
      Buffer.from([0, 2, 0, 0, 0, 1, 0x61, 0xff, 0xff, 0xff, 0xff]),
    );
    expect(columnsOf(row)).toEqual(['a', null]);
  });

  it('writes errors that can be read', () => {
    expect(errorFieldsOf(errorResponse('ERROR', '0A000', 'no'))).toEqual({
      S: 'ERROR',
      V: 'ERROR',
      C: '0A000',
      M: 'no',
    });
  });

  it.each(['I', 'T', 'E'] as const)('reads the transaction status %s', (status) => {
    expect(statusOf(readyForQuery(status))).toBe(status);
  });
});
