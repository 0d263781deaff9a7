import type { ContractOperation } from '@quantumlayer/contracts';
import { plain } from '../words.ts';
import { endsAsSecret, isPasswordName, isSecretName, isTokenName } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { ask } from './questions.ts';

type Decided = {
  facts: Facts;
  access: ContractOperation['access'];
  behaviour: ContractOperation['behaviour'];
};

/** A key that the document demands and that opens nothing would let everybody in: what it is for is asked. */
export function withoutUnusedSecrets({ facts, access, behaviour }: Decided): Decided['behaviour'] {
  if (access.for !== 'everybody' || behaviour.kind === 'undetermined') return behaviour;
  const used = JSON.stringify(behaviour);
  const unused = facts.subject.operation.parameters.filter(
    ({ in: place, name, required }) =>
      required &&
      (place === 'header' || place === 'query') &&
      isSecret(name) &&
      !used.includes(JSON.stringify(name)),
  );
  return unused.length === 0
    ? behaviour
    : ask(
        facts,
        'parameter',
        unused.map(({ name }) => name),
      );
}

/** Codes, hashes and links are as often told to everybody. */
function isSecret(name: string): boolean {
  const own = plain(name).replace(/^x(?=.)/, '');
  if (/(code|hash|link)$/.test(own)) return false;
  return isSecretName(own) || isTokenName(own) || isPasswordName(own) || endsAsSecret(name);
}
