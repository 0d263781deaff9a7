import { isObject } from './json-schema.ts';

export type Licence = { name: string; version: string; licence: string; integrity: string };

/** Licences whose terms would reach into the generated app; an operator may choose others. */
export const deniedLicences: readonly string[] = ['AGPL-', 'GPL-', 'SSPL-', 'BUSL-', 'CC-BY-NC'];

export type LockedPackage = { path: string; name: string; version: string; integrity: string };

/** The packages of an npm lock file (version 2 or 3), by the folder they are installed in. */
export function readLockedPackages(lockFile: string): LockedPackage[] {
  const lock: unknown = JSON.parse(lockFile);
  const packages = isObject(lock) && isObject(lock.packages) ? lock.packages : {};
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '' || !isObject(entry) || entry.link === true) return [];
    const name = String(entry.name ?? path.split('node_modules/').at(-1));
    const integrity = String(entry.integrity ?? '');
    return [{ path, name, version: String(entry.version), integrity }];
  });
}

/** The licence of a package.json, old forms included; `UNKNOWN` when it names none. */
export function readLicence(packageJson: unknown): string {
  if (!isObject(packageJson)) return 'UNKNOWN';
  const { license, licenses } = packageJson;
  if (typeof license === 'string' && license !== '') return license;
  if (isObject(license) && typeof license.type === 'string') return license.type;
  if (Array.isArray(licenses)) {
    const types = licenses.flatMap((one: unknown) => (isObject(one) ? [String(one.type)] : []));
    if (types.length > 0) return types.join(' OR ');
  }
  return 'UNKNOWN';
}

/** Whether an SPDX expression leaves a choice that is not denied. */
export function isAllowed(expression: string, denied: readonly string[] = deniedLicences): boolean {
  const plain = expression.replaceAll(/[()]/g, ' ');
  return plain.split(/\bOR\b/).some((choice) =>
    choice.split(/\bAND\b/).every((part) => {
      const id = part.trim();
      return id !== '' && id !== 'UNKNOWN' && !denied.some((prefix) => id.startsWith(prefix));
    }),
  );
}
