import { describe, expect, it } from 'vitest';
import { createSite } from './site.ts';

describe('a site', () => {
  it.each([
    ['127.0.0.1', undefined, false],
    ['127.9.9.9', undefined, false],
    ['localhost', undefined, false],
    ['LOCALHOST', undefined, false],
    ['::1', undefined, false],
    ['127.0.0.1', 'http://localhost:4000', false],
    ['0.0.0.0', undefined, true],
    ['::', undefined, true],
    ['192.168.1.7', undefined, true],
    ['127.example.com', undefined, true],
    ['factory', undefined, true],
    ['127.0.0.1', 'https://factory.example.com', true],
  ])('on %s, published as %s, can be reached by others: %s', (host, publicUrl, isExposed) => {
    expect(createSite(host, publicUrl).isExposed).toBe(isExposed);
  });

  const hosts = [
    ['127.0.0.1', true],
    ['127.0.0.1:4000', true],
    ['127.0.0.2:4000', true],
    ['localhost:4000', true],
    ['LocalHost.:4000', true],
    ['[::1]:4000', true],
    ['factory.example.com', true],
    ['factory.example.com:8443', true],
    ['FACTORY.example.com', true],
    ['other.example.com', false],
    ['factory.example.com.evil.example', false],
    ['evil.example', false],
    ['evil.example:4000', false],
    ['a1b2.localhost:4000', false],
    ['127.0.0.1.evil.example', false],
    ['127.evil.example', false],
    ['evil.example@127.0.0.1', false],
    ['127.0.0.1:4000/x', false],
    ['127.0.0.1:evil', false],
    ['192.168.1.7:4000', false],
    ['0.0.0.0:4000', false],
    ['[::]:4000', false],
    ['', false],
    [undefined, false],
  ] as const;

  it.each(hosts)('takes Host %s for its own: %s', (host, isOwn) => {
    expect(createSite('127.0.0.1', 'https://factory.example.com').isOwnHost(host)).toBe(isOwn);
  });

  it.each([
    ['192.168.1.7', '192.168.1.7:4000', true],
    ['192.168.1.7', '192.168.1.8:4000', false],
    ['0.0.0.0', '192.168.1.7:4000', true],
    ['::', '[fd00::7]:4000', true],
    ['0.0.0.0', 'evil.example:4000', false],
    ['0.0.0.0', '0.0.0.0:4000', false],
    ['factory', 'factory:4000', true],
  ])('that listens on %s takes Host %s for its own: %s', (listen, host, isOwn) => {
    expect(createSite(listen, undefined).isOwnHost(host)).toBe(isOwn);
  });

  it.each([
    ['127.0.0.1:4000', 'http', 'http://127.0.0.1:4000'],
    ['Localhost:4000', 'http', 'http://localhost:4000'],
    ['factory.example.com', 'http', 'https://factory.example.com'],
    ['factory.example.com:81', 'http', 'http://factory.example.com:81'],
    [undefined, 'http', 'http://'],
  ])('names the origin of Host %s by %s %s', (host, protocol, origin) => {
    const site = createSite('127.0.0.1', 'https://factory.example.com/');
    expect(site.originOf({ protocol, host })).toBe(origin);
  });
});
