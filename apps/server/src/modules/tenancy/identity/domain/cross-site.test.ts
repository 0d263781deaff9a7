import { describe, expect, it } from 'vitest';
import { isCrossSite, isOpenlyCrossSite } from './cross-site.ts';

const own = 'http://127.0.0.1:4000';
const foreign = ['http://a1b2.localhost:4000', 'http://127.0.0.1:5000', 'https://evil.example'];
const sites = ['same-origin', 'same-site', 'cross-site', 'none', 'same-origin, same-origin'];
const none = { site: undefined, mode: undefined, origin: undefined };

describe('a request with a cookie', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])(
    'that changes something (%s) is taken from the same origin only',
    (method) => {
      const accepted = sites.filter((site) => !isCrossSite({ ...none, method, site }, own));
      expect(accepted).toEqual(['same-origin']);
      const navigated = sites.filter(
        (site) => !isCrossSite({ ...none, method, site, mode: 'navigate' }, own),
      );
      expect(navigated).toEqual(['same-origin']);
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'of a browser that says nothing of the site (%s) must name the own origin',
    (method) => {
      expect(isCrossSite({ ...none, method, origin: own }, own)).toBe(false);
      for (const origin of [...foreign, 'null', '', undefined])
        expect(isCrossSite({ ...none, method, origin }, own)).toBe(true);
    },
  );

  it('is not saved by the right origin when the browser says that it is cross-site', () => {
    const request = { method: 'POST', site: 'cross-site', mode: 'cors', origin: own };
    expect(isCrossSite(request, own)).toBe(true);
  });

  it.each(['GET', 'HEAD'])('that reads (%s) is refused to pages of others', (method) => {
    const accepted = sites.filter(
      (site) => !isCrossSite({ ...none, method, site, mode: 'cors' }, own),
    );
    expect(accepted).toEqual(['same-origin', 'none']);
  });

  it.each(['no-cors', 'cors', 'websocket', undefined])('that reads cross-site by %s', (mode) => {
    const request = { ...none, method: 'GET', site: 'cross-site', mode };
    expect(isCrossSite(request, own)).toBe(true);
  });

  it('may follow a link from anywhere', () => {
    const request = { ...none, method: 'GET', site: 'cross-site', mode: 'navigate' };
    expect(isCrossSite(request, own)).toBe(false);
  });

  it.each([
    [undefined, false],
    [own, false],
    ['http://evil.example', true],
    ['null', true],
  ])('that reads, with nothing but Origin %s, is refused: %s', (origin, isRefused) => {
    expect(isCrossSite({ ...none, method: 'GET', origin }, own)).toBe(isRefused);
  });
});

describe('a request that is about to get a cookie', () => {
  const request = { ...none, method: 'POST' };

  it('may come from a program, which says nothing', () => {
    expect(isOpenlyCrossSite(request, own)).toBe(false);
  });

  it('may come from the own page', () => {
    expect(isOpenlyCrossSite({ ...request, site: 'same-origin', origin: own }, own)).toBe(false);
    expect(isOpenlyCrossSite({ ...request, origin: own }, own)).toBe(false);
  });

  it.each(['same-site', 'cross-site', 'none'])('may not come from a page that is %s', (site) => {
    expect(isOpenlyCrossSite({ ...request, site }, own)).toBe(true);
  });

  it.each([...foreign, 'null'])('may not come from a page of %s', (origin) => {
    expect(isOpenlyCrossSite({ ...request, origin }, own)).toBe(true);
  });
});
