import type { SandboxMount, SandboxSpec } from './sandbox-spec.ts';

/** What a program without a mount namespace of its own is given instead of one. */
export type HostPlan = {
  command: string[];
  cwd: string;
  env: Record<string, string>;
  /** Links to be made before the run, for mounts that lie inside another mount. */
  links: { path: string; target: string }[];
};

/** Writes paths of the inside as the host's, in arguments, variables and the working directory. */
export function planHostPaths(spec: SandboxSpec): HostPlan {
  const mounts = spec.mounts.toSorted((a, b) => b.target.length - a.target.length);
  const translate = (text: string) => translatePaths(text, mounts);
  return {
    command: spec.command.map(translate),
    cwd: translate(spec.cwd),
    env: Object.fromEntries(
      Object.entries(spec.env).map(([name, value]) => [name, translate(value)]),
    ),
    links: mounts.flatMap((mount) => linkFor(mount, mounts)),
  };
}

function translatePaths(text: string, mounts: readonly SandboxMount[]): string {
  const targets = mounts.map(({ target }) =>
    target.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
  );
  if (targets.length === 0) return text;
  const pattern = new RegExp(`(?<![\\w/.-])(${targets.join('|')})(?![\\w.-])`, 'g');
  return text.replaceAll(pattern, (target) => sourceOf(target, mounts) ?? target);
}

function linkFor(mount: SandboxMount, mounts: readonly SandboxMount[]) {
  const outer = mounts.find(
    (other) => other !== mount && mount.target.startsWith(`${other.target}/`),
  );
  if (outer === undefined) return [];
  const path = outer.source + mount.target.slice(outer.target.length);
  return path === mount.source ? [] : [{ path, target: mount.source }];
}

function sourceOf(target: string, mounts: readonly SandboxMount[]): string | undefined {
  return mounts.find((mount) => mount.target === target)?.source;
}
