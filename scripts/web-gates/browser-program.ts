import { existsSync } from 'node:fs';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine. */
export function browserProgram(): string {
  const program = process.env.CHROMIUM ?? PROGRAMS.find((path) => existsSync(path));
  if (program !== undefined) return program;
  throw new Error('The gates of the web UI need Chromium: apt-get install chromium, or CHROMIUM.');
}
