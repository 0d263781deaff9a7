import type { Bind } from './mount-steps.ts';

/** The devices inside: no terminal, no disk, nothing of the machine. */
export const DEVICES = ['null', 'zero', 'full', 'random', 'urandom'];

export const DEVICE_LINKS: readonly (readonly [target: string, path: string])[] = [
  ['/proc/self/fd', '/dev/fd'],
  ['/proc/self/fd/0', '/dev/stdin'],
  ['/proc/self/fd/1', '/dev/stdout'],
  ['/proc/self/fd/2', '/dev/stderr'],
];

export const ROOT_LINKS: readonly (readonly [target: string, path: string])[] = [
  ['usr/bin', '/bin'],
  ['usr/bin', '/sbin'],
  ['usr/lib', '/lib'],
  ['usr/lib64', '/lib64'],
];

/** Programs are found here unless the environment of the run says otherwise. */
export const DEFAULT_ENV = { PATH: '/usr/bin', HOME: '/tmp' };

export const HOST_NAME = 'sandbox';
export const NOBODY = 65_534;

/** Parents before what lies in them, whatever order they were given in. */
export function orderBinds(binds: readonly Bind[]): Bind[] {
  const depth = ({ target }: Bind) => target.split('/').length;
  return binds.toSorted((a, b) => depth(a) - depth(b));
}
