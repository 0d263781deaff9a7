import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Runs the offer in a process that sees the programs of one folder only. */
describe.runIf(isRootOnDebian)('bubblewrap, for root on a Debian-like system', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/ql-bwrap-`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function program(name: string, script: string): void {
    writeFileSync(`${folder}/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(`${folder}/${name}`, 0o755);
  }

  function offer(env: Record<string, string> = {}): string {
    const source = `import(${JSON.stringify(`${process.cwd()}/scripts/setup/bubblewrap.mjs`)}).then((m) => m.offerBubblewrap())`;
    const output = `${folder}/output`;
    execFileSync('/bin/sh', ['-c', `"${process.execPath}" -e '${source}' 2>${output}`], {
      env: { PATH: folder, ...env },
    });
    return readFileSync(output, 'utf8');
  }

  it('is left alone when it is there', () => {
    program('bwrap', 'exit 0');
    program('apt-get', `echo "$@" >>${folder}/asked`);
    expect(offer()).toBe('');
    expect(existsSync(`${folder}/asked`)).toBe(false);
  });

  it('is installed, which is said in one line', () => {
    program('apt-get', `echo "$@" >>${folder}/asked`);
    expect(offer().trim().split('\n')).toEqual([
      expect.stringContaining('apt-get install -y --no-install-recommends bubblewrap'),
    ]);
    expect(readFileSync(`${folder}/asked`, 'utf8')).toBe(
      'install -y --no-install-recommends bubblewrap\n',
    );
  });

  it('is asked for again after an update of the package lists', () => {
    program(
      'apt-get',
      `echo "$1" >>${folder}/asked; [ "$1" = update ] && : >${folder}/lists; [ -e ${folder}/lists ]`,
    );
    offer();
    expect(readFileSync(`${folder}/asked`, 'utf8')).toBe('install\nupdate\ninstall\n');
  });

  it('stops nothing when it cannot be had, and the command for later is shown', () => {
    program('apt-get', 'echo "E: Unable to locate package bubblewrap"; exit 100');
    const said = offer();
    expect(said).toContain('Unable to locate package');
    expect(said).toContain('sudo apt-get install -y bubblewrap');
  });

  it('is not touched when system packages are forbidden', () => {
    program('apt-get', `echo "$@" >>${folder}/asked`);
    expect(offer({ QL_NO_SYSTEM_PACKAGES: '1' })).toContain('sudo apt-get install -y bubblewrap');
    expect(existsSync(`${folder}/asked`)).toBe(false);
  });
});
