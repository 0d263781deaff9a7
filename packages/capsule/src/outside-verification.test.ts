import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveMember, readArchive, writeArchive } from './archive.ts';
import { packCapsule } from './pack-capsule.ts';
import { buildPackInput } from './pack-input.fixture.ts';
import { createCapsuleSigner, createSigningKey } from './signing-key.ts';

const script = fileURLToPath(
  new URL('../../../scripts/verify-capsule-outside.sh', import.meta.url),
);
const tools = ['bash', 'openssl', 'tar', 'gzip', 'sha256sum', 'jq', 'base64'];
const missing = tools.filter((tool) => spawnSync('which', [tool]).status !== 0);

describe.runIf(missing.length === 0)(
  `outside verification${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`,
  () => {
    const key = createSigningKey();
    let folder: string;
    let archive: Buffer;
    let members: ArchiveMember[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'outside-'));
      const packed = await packCapsule(buildPackInput(), createCapsuleSigner(key.privateKeyPem));
      archive = packed.archive;
      members = await readArchive(archive);
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    async function verify(capsule: Buffer, pem = key.publicKeyPem) {
      const files = { capsule: join(folder, 'capsule.tar.gz'), key: join(folder, 'key.pem') };
      await writeFile(files.capsule, capsule);
      await writeFile(files.key, pem);
      return spawnSync(script, [files.capsule, files.key], { encoding: 'utf8' });
    }

    it('says yes to a capsule of ours, with the key id and code digest that we say', async () => {
      const { status, stdout } = await verify(archive);

      expect(status).toBe(0);
      expect(stdout).toContain(`by ${key.keyId}`);
      expect(stdout).toMatch(/^VERIFIED {5}run run_1, invoicing/m);
    });

    it.each([
      ['code/src/main.ts', 'a file is not what the manifest says'],
      ['manifest.json', 'manifest.json is not'],
      ['evidence.json', 'evidence.json is not'],
      ['evidence/tests.log', 'a file is not what the manifest says'],
      ['sbom.cdx.json', 'sbom.cdx.json is not'],
      ['provenance.json', 'what was signed is not provenance.json'],
      ['bundle.sigstore.json', 'is not by this key'],
    ])('says no to one changed byte in %s', async (path, reason) => {
      const changed = members.map((one) => {
        if (one.path !== path) return one;
        const content = Buffer.from(one.content);
        const value = content.indexOf(path.startsWith('bundle') ? '"sig": "' : '": "');
        const at = path.endsWith('.json') ? value + 30 : 2;
        content.write(content.toString('latin1', at, at + 1) === 'q' ? 'r' : 'q', at);
        return { ...one, content };
      });
      const { status, stderr } = await verify(await writeArchive(changed));

      expect(stderr).toContain(reason);
      expect(status).toBe(1);
    });

    it.each([
      [
        'an extra file',
        () => [...members, { path: 'code/x', content: Buffer.alloc(0), mode: 0o644 }],
      ],
      ['a missing file', () => members.filter(({ path }) => path !== 'code/src/main.ts')],
      ['another mode', () => members.map((one) => ({ ...one, mode: 0o755 }))],
    ])('says no to %s', async (_case, change) => {
      expect((await verify(await writeArchive(change()))).status).toBe(1);
    });

    it('says no to another key and to bytes after the end', async () => {
      expect((await verify(archive, createSigningKey().publicKeyPem)).status).toBe(1);
      expect((await verify(Buffer.concat([archive, Buffer.from('x')]))).status).toBe(1);
    });

    it('agrees with sha256sum about the digest of the file', async () => {
      const { stdout } = await verify(archive);
      const digest = execFileSync('sha256sum', [join(folder, 'capsule.tar.gz')], {
        encoding: 'utf8',
      });
      expect(stdout).toContain(digest.slice(0, 64));
    });
  },
);
