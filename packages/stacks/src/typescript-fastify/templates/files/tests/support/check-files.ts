import assert from 'node:assert/strict';
import type { MediaType } from '../../src/files/media-type.ts';
// @if !people
import { app, call, expectProblem, expectRow } from './api.ts';
// @end
// @if people
import { app, call, callers, expectProblem, expectRow } from './api.ts';
// @end

/** As little as shows of which type it is. */
export const examples: Readonly<Record<MediaType, Buffer>> = {
  'image/png': Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
  'image/jpeg': Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1'),
  'image/gif': Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'),
  'image/webp': Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1'),
  'application/pdf': Buffer.from('%PDF-1.7\n%%EOF\n'),
  'application/zip': Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`),
  'text/plain': Buffer.from('Grüße\n'),
};
const PAGE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

type Rules = { member: string; segment: string; types: readonly MediaType[]; maxBytes: number };

/** A row takes, gives and loses a file, and no other file than its rules allow. */
export async function checkFile(row: string, rules: Rules): Promise<void> {
  const { member, segment, types, maxBytes } = rules;
  const url = `${row}/${segment}`;
  await expectProblem(404, 'GET', url);
  for (const type of types) {
    const size = examples[type].length;
    const kept = await expectRow(
      200,
      'PUT',
      `${url}?name=../../etc/my%20file.html`,
      examples[type],
    );
    assert.match(String(kept.name), /^my file\.(png|jpg|gif|webp|pdf|zip|txt)$/);
    assert.deepEqual(kept, { ...kept, type, size, url });
    assert.deepEqual((await expectRow(200, 'GET', row))[member], kept);
    await checkContent(url, type);
  }
  await expectProblem(422, 'PUT', url);
  for (const wrong of [Buffer.from([0, 1, 2]), ...refused(types)]) {
    await expectProblem(415, 'PUT', url, wrong);
  }
  await expectProblem(
    413,
    'PUT',
    url,
    Buffer.alloc(maxBytes + 1, examples[types[0] ?? 'text/plain']),
  );
  assert.equal((await call('DELETE', url)).status, 204);
  assert.equal((await expectRow(200, 'GET', row))[member], null);
  await expectProblem(404, 'DELETE', url);
}

/** Files of the other types; markup is text. */
function refused(types: readonly MediaType[]): Buffer[] {
  const others = Object.entries(examples).filter(([type]) => !types.some((each) => each === type));
  return [...others.map(([, content]) => content), ...(types.includes('text/plain') ? [] : [PAGE])];
}

/** It comes as it went, and no browser takes it for a page. */
async function checkContent(url: string, type: MediaType): Promise<void> {
// @if !people
  const { statusCode, headers, rawPayload } = await app.inject(url);
// @end
// @if people
  const { statusCode, headers, rawPayload } = await app.inject({
    url,
    headers: callers.forUrl(url).headers,
  });
// @end
  assert.equal(statusCode, 200);
  assert.deepEqual(rawPayload, examples[type]);
  assert.equal(String(headers['content-type']).split(';')[0], type);
  assert.match(String(headers['content-disposition']), /; filename\*=UTF-8''my%20file\.[a-z]+$/);
  assert.match(String(headers['content-security-policy']), /sandbox/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
}
