import type { AttackExchange, ContractOperation } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { ContractWorld } from './contract-world.ts';

/** What an attack on an app with a document of its own works with. */
export type ContractField = {
  readonly world: ContractWorld;
  /** Sends and remembers; every answer is looked at. */
  send(request: AppRequest): Promise<AppResponse>;
  report(message: string, exchange: AttackExchange): void;
  searchData(needles: readonly Buffer[]): Promise<string[]>;
  readLog(): string;
};

/** A way in; ends with the reason when the app has nothing of this kind. */
export type ContractAttack = {
  readonly id: string;
  readonly title: string;
  readonly cwe: number;
  run(field: ContractField): Promise<string | undefined>;
};

/** Operations whose behaviour the document determines. */
export function determined({ world }: ContractField): ContractOperation[] {
  return world.contract.operations.filter(({ behaviour }) => behaviour.kind !== 'undetermined');
}

export function hasSession({ access }: ContractOperation): boolean {
  return access.for === 'session' && !access.optional;
}
