import type { Isolation, System } from '@quantumlayer/contracts';

/** What is found out by looking: none of it changes from one second to the next. */
export type Look = Pick<System, 'dataFolder' | 'disk' | 'findings'>;

/** Looks at the machine; costs programs that are started and folders that are counted. */
export interface Machine {
  look(): Promise<Look>;
}

/** The parts of the server, each asked now. */
export interface Readiness {
  read(): Promise<Pick<System, 'ready' | 'parts'>>;
}

/** The driver in use; throws where there is none. */
export interface SandboxInUse {
  describe(): Isolation;
}
