import type { Member, Resource } from '@quantumlayer/contracts';

/** The column in which the database keeps a switch as 0 or 1, so that its average is the share of true. */
export type ShareColumn = { property: string; column: string; of: Member };

export function shareColumn(member: Member): ShareColumn {
  return { property: `${member.name}.share`, column: `${member.column}_share`, of: member };
}

/** Of the switches of a resource those of which another one shows the share. */
export function shareColumns(
  resources: readonly Resource[],
  { name, members }: Resource,
): ShareColumn[] {
  const averaged = resources.flatMap(({ gathered }) =>
    gathered.flatMap((one) =>
      one.resource === name && one.take === 'average' ? [one.member] : [],
    ),
  );
  return members
    .filter((member) => member.kind === 'boolean' && averaged.includes(member.name))
    .map(shareColumn);
}
