import type { Harness } from '../sandbox-harness.contract.ts';

/** What the test put on the machine for programs to reach for; all of it is the test's own. */
export type Surroundings = {
  harness: Harness;
  /** A folder of the host, not mounted anywhere. */
  outside: string;
  /** A file in it that holds `secret`. */
  secretFile: string;
  secret: string;
  /** A process of the host that has `secret` in its environment and `marker` in its command line. */
  victim: { pid: number; marker: string; isAlive(): boolean };
  /** Listeners of the test on loopback, on a socket file, and on an abstract socket. */
  ports: { ipv4: number; ipv6: number; udp: number };
  socketFile: string;
  abstractName: string;
  /** Number of connections and datagrams that the listeners have had. */
  contacts(): number;
  /** A fresh folder of the host to mount writable. */
  makeFolder(): string;
};

/** One real attempt. `escapes` tells whether it got what it wanted; nothing is harmed when it does. */
export type EscapeCase = {
  name: string;
  /** True where a plain process of root succeeds, which proves that the attempt is a real one. */
  worksUnboxed: boolean;
  /** Words of a weakness; a sandbox that names it in `describe()` is not held to this case. */
  weakness?: string;
  escapes(surroundings: Surroundings): Promise<boolean>;
};
