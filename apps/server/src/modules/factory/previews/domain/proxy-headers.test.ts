import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHostLabel } from './host-label.ts';
import { createPreviewSite } from './preview-site.ts';
import { requestHeadersFor, responseHeadersFor } from './proxy-headers.ts';

describe('requestHeadersFor', () => {
  it('never passes a bearer token or a cookie of the factory on', () => {
    const name = fc.constantFrom(
      'Authorization',
      'authorization',
      'AUTHORIZATION',
      'Cookie',
      'cookie',
    );
    const secret = fc.stringMatching(/^[a-z0-9]{4,20}$/);
    fc.assert(
      fc.property(name, secret, (header, token) => {
        const value = /cookie/i.test(header) ? `a=1; ql_session=${token}` : `bearer  ql_${token}`;
        expect(requestHeadersFor([header, value]).join()).not.toContain(`ql_`);
      }),
    );
  });

  it('drops what Connection names, whatever it is', () => {
    const raw = ['Connection', 'X-One, x-two', 'x-one', '1', 'X-Two', '2', 'x-three', '3'];
    expect(requestHeadersFor(raw)).toEqual(['x-three', '3']);
  });

  it('keeps repeated headers and their order', () => {
    const raw = ['Accept', 'a', 'X-A', '1', 'X-A', '2'];
    expect(requestHeadersFor(raw)).toEqual(raw);
  });
});

describe('responseHeadersFor', () => {
  it.each([
    'sid=1; Domain=localhost; Path=/',
    'sid=1; domain = .localhost; Path=/',
    'sid=1;DOMAIN=x; Path=/',
  ])('takes the domain out of %s', (cookie) => {
    expect(responseHeadersFor(['Set-Cookie', cookie], [])[1]).toBe('sid=1; Path=/');
  });

  it("leaves the app's own referrer policy", () => {
    const headers = responseHeadersFor(['Referrer-Policy', 'no-referrer'], []);
    expect(headers.filter((text) => /referrer-policy/i.test(text))).toHaveLength(1);
  });

  it.each([
    [
      "frame-ancestors 'self'",
      "frame-ancestors 'self' http://localhost:4000 http://127.0.0.1:4000",
    ],
    ["frame-ancestors 'none'", 'frame-ancestors http://localhost:4000 http://127.0.0.1:4000'],
    [
      "default-src 'self';frame-ancestors 'self';img-src data:",
      "default-src 'self';frame-ancestors 'self' http://localhost:4000 http://127.0.0.1:4000;img-src data:",
    ],
    ["default-src 'self'", "default-src 'self'"],
  ])(
    'lets the pages of the factory, and no others, frame an app that says %s',
    (given, expected) => {
      const raw = ['X-Frame-Options', 'SAMEORIGIN', 'Content-Security-Policy', given];
      const headers = responseHeadersFor(raw, createPreviewSite().framersOf('abc.localhost:4000'));

      expect(headers).toContain(expected);
      expect(headers).not.toContain('X-Frame-Options');
    },
  );
});

describe('readHostLabel', () => {
  it.each([
    ['abc.localhost', 'abc'],
    ['ABC.LOCALHOST:4000', 'abc'],
    ['a.b.localhost.', 'a.b'],
    ['localhost', null],
    ['localhost:4000', null],
    ['127.0.0.1:4000', null],
    ['abc.localhost.evil.example', null],
    [undefined, null],
  ])('reads %s as %s', (host, label) => expect(readHostLabel(host)).toBe(label));
});
