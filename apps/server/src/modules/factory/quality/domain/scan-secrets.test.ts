import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanSecrets } from './scan-secrets.ts';

const scan = (content: string, path = 'src/config.ts') => scanSecrets([{ path, content }]);

/** Built at run time, so that no scanner finds them in this file. */
const planted: [string, string][] = [
  ['AWS access key', `AKIA${'QYLPMN5HHHFPZAM2'}`],
  ['GitHub token', `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`],
  ['Stripe key', `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`],
  ['Slack token', `xoxb-${'123456789012-abcDEF123ghiJKL456'}`],
  ['Anthropic key', `sk-ant-${'api03-Zx9vB2nM4qWe7rTy1uIo'}`],
  ['private key', `-----BEGIN ${'RSA'} PRIVATE KEY-----`],
  ['assigned secret', `const apiKey = '${'h7Gd93jKxPq0ZmV5'}';`],
  ['password in a URL', `postgres://app:${'s3cr3tPassw0rd'}@db.internal/app`],
];

describe('scanSecrets', () => {
  it.each(planted)('finds a planted %s with its line', (kind, text) => {
    expect(scan(`one\ntwo\n${text}\n`)).toMatchObject([{ path: 'src/config.ts', line: 3, kind }]);
  });

  it('never repeats the credential', () => {
    const text = `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`;
    expect(JSON.stringify(scan(text))).not.toContain(text);
  });

  it('leaves placeholders of a sample environment alone', () => {
    const sample =
      'API_KEY=your-api-key-goes-here\nDATABASE_URL=postgres://user:changeme@localhost/app';
    expect(scan(sample, '.env.example')).toEqual([]);
  });

  it('finds a real key even in a sample environment', () => {
    expect(scan(`KEY=AKIA${'QYLPMN5HHHFPZAM2'}`, '.env.example')).toHaveLength(1);
  });

  it('leaves lock files and ordinary code alone', () => {
    const lock = `"integrity": "sha512-${'A1b2'.repeat(20)}=="`;
    const code = 'const token = readToken(request);\nconst password = z.string().min(12);';
    expect(scan(`${lock}\n${code}`, 'package-lock.json')).toEqual([]);
  });

  it('finds a credential behind a placeholder on the same line', () => {
    const first = 'const password = "your-password-goes-here"';
    const real = `const apiKey = '${'h7Gd93jKxPq0ZmV5'}'`;

    expect(scan(`${first}; ${real};`)).toMatchObject([{ line: 1, kind: 'assigned secret' }]);
  });

  it('finds a credential behind one that is too plain to be real', () => {
    const plain = `AKIA${'A'.repeat(16)}`;

    expect(scan(`[${plain}, AKIA${'QYLPMN5HHHFPZAM2'}]`)).toMatchObject([
      { kind: 'AWS access key' },
    ]);
  });

  it('finds a credential wherever it stands in a text', () => {
    const prose = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 8 });
    fc.assert(
      fc.property(prose, prose, fc.constantFrom(...planted), (before, after, [kind, text]) => {
        const line = `${before.join(' ')}\n${before.join(' ')} ${text} ${after.join(' ')}`;
        expect(scan(line)).toMatchObject([{ line: 2, kind }]);
      }),
    );
  });

  it('lists each file and line once', () => {
    const key = `AKIA${'QYLPMN5HHHFPZAM2'}`;
    const found = scanSecrets([
      { path: 'a.ts', content: `${key}\n\n${key} ${key}` },
      { path: 'b.ts', content: key },
    ]);

    expect(found.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'a.ts:1',
      'a.ts:3',
      'b.ts:1',
    ]);
  });

  it.each([
    ['localhost:5432/app', 0],
    ['127.0.0.1/app', 0],
    ['[::1]:5432/app', 0],
    ['localhost', 0],
    ['localhost.example.net/app', 1],
    ['127.0.0.1.example.net/app', 1],
    ['db.internal/app', 1],
  ])('allows a password in a URL for this very machine alone: %s', (host, findings) => {
    expect(scan(`postgres://app:${'s3cr3tPassw0rd'}@${host}`)).toHaveLength(findings);
  });

  it('finds nothing in any prose of letters', () => {
    const prose = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 40 });
    fc.assert(fc.property(prose, (words) => scan(words.join(' ')).length === 0));
  });
});
