import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The packages of a tool below `.ci` that is too heavy for everybody's set-up; installed when it is first used. */
export function outsideTool(name: 'autocannon' | 'lighthouse' | 'stryker'): string {
  const folder = resolve('.ci', name);
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
  return modules;
}
