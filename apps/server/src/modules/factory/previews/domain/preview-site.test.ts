import { describe, expect, it } from 'vitest';
import { createPreviewSite } from './preview-site.ts';

const owner = new URL('http://127.0.0.1:4000');

describe('a site without a domain', () => {
  const site = createPreviewSite();

  it('is for browsers on this machine', () => {
    expect(site.isPublic).toBe(false);
    expect(site.originOf('abc', owner)).toBe('http://abc.localhost:4000');
    expect(site.originOf('abc', new URL('http://127.0.0.1'))).toBe('http://abc.localhost');
  });

  it('lets the factory of the same port show previews in a frame', () => {
    expect(site.framersOf('abc.localhost:4000')).toEqual([
      'http://localhost:4000',
      'http://127.0.0.1:4000',
    ]);
  });

  it('leaves every other name to the factory', () => {
    expect(site.readLabel('abc.localhost:4000')).toBe('abc');
    expect(site.readLabel('abc.previews.example.com')).toBeNull();
  });
});

describe('a site with a domain', () => {
  const site = createPreviewSite({
    previewUrl: 'https://previews.example.net:8443/',
    publicUrl: 'https://factory.example.com',
  });

  it('is for everybody who reaches the domain, whichever process runs the preview', () => {
    expect(site.isPublic).toBe(true);
    expect(site.originOf('abc', owner)).toBe('https://abc.previews.example.net:8443');
    expect(site.originOf('abc', new URL('http://10.0.0.7:5000'))).toBe(
      'https://abc.previews.example.net:8443',
    );
  });

  it.each([
    ['abc.previews.example.net', 'abc'],
    ['ABC.Previews.Example.net:8443', 'abc'],
    ['abc.previews.example.net.', 'abc'],
    ['a.b.previews.example.net', 'a.b'],
    ['abc.localhost:4000', 'abc'],
  ])('reads the label of %s', (host, label) => expect(site.readLabel(host)).toBe(label));

  it.each([
    undefined,
    '',
    'previews.example.net',
    '.previews.example.net',
    'factory.example.com',
    'abcpreviews.example.net',
    'abc.previews.example.net.evil.com',
  ])('leaves %s to the factory', (host) => expect(site.readLabel(host)).toBeNull());

  it('lets the published factory show previews in a frame', () => {
    expect(site.framersOf('abc.previews.example.net')).toContain('https://factory.example.com');
  });
});
