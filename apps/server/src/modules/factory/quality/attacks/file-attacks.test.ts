import { describe, expect, it } from 'vitest';
import { attackApp, attackLibrary, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { createFilesApp, type FileHole, filesBlueprint, MOST_BYTES } from '../testing/files-app.ts';
import { fileAttacks } from './file-attacks.ts';

const attackWith = (id: string, ...holes: FileHole[]) =>
  attackApp(pickAttack(fileAttacks, id), {
    ...createFilesApp(...holes),
    blueprint: filesBlueprint,
  });

describe('attacks on files', () => {
  it.each(rowsOf(fileAttacks))('%s finds nothing in a sound app', async (id) => {
    const { findings, sent, reason } = await attackWith(id);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(1);
  });

  it.each(rowsOf(fileAttacks))('%s says that there is nothing to attack', async (_id, attack) => {
    expect((await attackLibrary(attack)).reason).toMatch(/^No|Nobody/);
  });

  it.each<[FileHole, string, string]>([
    ['believes-the-header', 'file-disguised', 'a page was taken for image/gif'],
    ['serves-pages', 'file-script', 'a page came back as text/html'],
    ['lets-guess', 'file-script', 'a page may be guessed to be a page'],
    ['runs-scripts', 'file-script', 'a page may run scripts'],
    ['takes-any-size', 'file-oversized', `${MOST_BYTES + 1} bytes were taken`],
    ['keeps-names', 'file-name', 'the name was kept: ../../../etc/passwd'],
    ['gives-to-anybody', 'file-of-another', 'the file of another account was reached'],
  ])('an app that %s is found by %s', async (hole, id, message) => {
    const { findings } = await attackWith(id, hole);

    expect(findings.map((finding) => finding.message)).toContain(message);
  });

  it('tells reading, replacing and deleting the file of another account', async () => {
    const { findings } = await attackWith('file-of-another', 'gives-to-anybody');

    expect(findings.map(({ request }) => request.method)).toEqual(['GET', 'PUT', 'DELETE']);
  });
});
