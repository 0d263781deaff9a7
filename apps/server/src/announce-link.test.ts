import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceLink } from './announce-link.ts';

const url = 'http://127.0.0.1:4000/sign-in#token';

describe('the link that a start prints', () => {
  let folder: string;
  let written: string;
  let started: [string, string][];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'announce-'));
    writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\n');
    chmodSync(join(folder, 'xdg-open'), 0o755);
    written = '';
    started = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function announce({ isTTY = true, isWanted = true, env = {} as Record<string, string> }) {
    const sessions = {
      createLink: async () => ({ url, expiresAt: new Date(2026, 0, 1, 14, 32, 59) }),
    };
    // Of the sessions only the links are needed.
    const identity = { findOrganisation: async () => 'org_1', sessions } as unknown as Parameters<
      typeof announceLink
    >[0]['identity'];
    return announceLink({
      identity,
      config: { QL_OPEN_BROWSER: isWanted },
      environment: { PATH: `/nowhere:${folder}`, ...env },
      stdout: { isTTY, write: (text) => (written += text) },
      start: (...program) => started.push(program),
    });
  }

  it('is one plain line that says how long it works', async () => {
    await announce({});
    expect(written).toBe(`Open ${url}  (works once, until 14:32)\n`);
  });

  it.each([{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }])(
    'is opened on a desktop, %j',
    async (env) => {
      await announce({ env });
      expect(started).toEqual([[join(folder, 'xdg-open'), url]]);
    },
  );

  it.each([
    ['without a desktop', {}],
    ['with an empty display', { env: { DISPLAY: '' } }],
    ['in a pipe', { isTTY: false, env: { DISPLAY: ':0' } }],
    ['when that is switched off', { isWanted: false, env: { DISPLAY: ':0' } }],
    ['without xdg-open', { env: { DISPLAY: ':0', PATH: '/nowhere' } }],
    ['without a path', { env: { DISPLAY: ':0', PATH: '' } }],
  ])('is printed only %s', async (_case, options) => {
    await announce(options);
    expect(written).toContain(url);
    expect(started).toEqual([]);
  });

  it('does not open with a file that cannot be executed', async () => {
    chmodSync(join(folder, 'xdg-open'), 0o644);
    await announce({ env: { DISPLAY: ':0' } });
    expect(started).toEqual([]);
  });
});
