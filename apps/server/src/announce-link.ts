import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { IdentityService } from '#modules/tenancy/identity/index.ts';
import type { Config } from '#platform/config.ts';

type Environment = Readonly<Record<string, string | undefined>>;

type Options = {
  identity: Pick<IdentityService, 'findOrganisation' | 'sessions'>;
  config: Pick<Config, 'QL_OPEN_BROWSER'>;
  environment: Environment;
  stdout: { isTTY?: boolean; write(text: string): unknown };
  /** Starts a program that goes on by itself. */
  start?: (program: string, argument: string) => void;
};

/**
 * Prints a link that signs the owner in once, beside the log and never in it: logs are kept and sent on. Opens it when
 * a person at a desktop has started the server.
 */
export async function announceLink(options: Options): Promise<void> {
  const { identity, config, environment, stdout, start = startProgram } = options;
  const { url, expiresAt } = await identity.sessions.createLink(await identity.findOrganisation());
  stdout.write(`Open ${url}  (works once, until ${showTime(expiresAt)})\n`);
  const isWanted = config.QL_OPEN_BROWSER && stdout.isTTY === true;
  const opener = isWanted ? findOpener(environment) : null;
  if (opener !== null) start(opener, url);
}

/** `14:32`, by the clock of this machine. */
function showTime(at: Date): string {
  return at.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
}

/** The program that opens addresses on a desktop, null where there is none. */
function findOpener({ DISPLAY, WAYLAND_DISPLAY, PATH = '' }: Environment): string | null {
  if (!DISPLAY && !WAYLAND_DISPLAY) return null;
  const places = PATH.split(delimiter).map((folder) => join(folder, 'xdg-open'));
  return places.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether it opens anything is between it and the person, who has the printed link. */
function startProgram(program: string, argument: string): void {
  const child = spawn(program, [argument], { detached: true, stdio: 'ignore' });
  child.once('error', () => undefined);
  child.unref();
}
