import type { Member, Resource } from '@quantumlayer/contracts';
import { type AppMigration, BlueprintUnsound, type PreviousApp } from '../../stack.ts';
import { migrateSchema } from '../migrations/migrate-app.ts';
import { type ContractBlueprint, isContractBlueprint } from './contract-blueprint.ts';
import { contractMigration } from './migration-sql.ts';
import { storedKind } from './stored-kind.ts';

/**
 * What brings the tables of a contract from one version of its document to the next one. What is called otherwise is
 * another column, since a document does not say that it was renamed. Throws BlueprintUnsound.
 */
export function migrateContract(blueprint: ContractBlueprint, previous: PreviousApp): AppMigration {
  const { blueprint: before } = previous;
  if (!isContractBlueprint(before))
    throw new BlueprintUnsound('contract', 'the version before keeps to no document');
  refuseOtherKeys(before, blueprint);
  return migrateSchema(previous, {
    script: contractMigration(blueprint.contract).content,
    hints: { tables: new Map(), columns: new Map(), fills: new Map() },
    paths: { before: pathsOf(before), after: pathsOf(blueprint) },
  });
}

/** Rows are found by their keys, in other tables and by who calls: another key is another thing. */
function refuseOtherKeys(before: ContractBlueprint, after: ContractBlueprint): void {
  const old = new Map(before.contract.resources.map((resource) => [resource.table, resource]));
  for (const resource of after.contract.resources) {
    const was = old.get(resource.table);
    if (was === undefined || keyOf(was) === keyOf(resource)) continue;
    throw new BlueprintUnsound(
      resource.title,
      `its rows are found by another key now (${keyOf(was)}, then ${keyOf(resource)}), which none of those that are there has; keep the key, or make an app of its own of this document`,
    );
  }
}

function keyOf({ key, members }: Resource): string {
  const member = members.find(({ name }) => name === key.member);
  return member === undefined ? key.member : `${member.name} ${storedKind(member)}`;
}

/** What tables and columns hold, in the words of the document. */
function pathsOf({ contract }: ContractBlueprint): Map<string, string> {
  const member = ({ table, title }: Resource, { column, name }: Member) =>
    [`${table}.${column}`, `${title}.${name}`] as const;
  return new Map(
    contract.resources.flatMap((resource) => [
      [resource.table, resource.title] as const,
      ...resource.members.map((each) => member(resource, each)),
    ]),
  );
}
