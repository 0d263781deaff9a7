import type { ApiContract, Blueprint } from '@quantumlayer/contracts';

/** A blueprint whose document says what the API is. */
export type ContractBlueprint = Blueprint & { contract: ApiContract };

export function isContractBlueprint(blueprint: Blueprint): blueprint is ContractBlueprint {
  return blueprint.contract !== undefined;
}
