import type { BlueprintChange, People } from '@quantumlayer/contracts';

type Change = Omit<BlueprintChange, 'phrase'>;

/** What differs in who signs in. */
export function diffPeople(before: People | undefined, after: People | undefined): Change[] {
  const [left, right] = [sayPeople(before), sayPeople(after)];
  if (left === right) return [];
  if (left === null)
    return [{ path: 'people', kind: 'added', text: 'People sign in.', before: null, after: right }];
  if (right === null)
    return [
      {
        path: 'people',
        kind: 'removed',
        text: 'Nobody signs in any more.',
        before: left,
        after: null,
      },
    ];
  return [
    { path: 'people', kind: 'changed', text: 'Who signs in changes.', before: left, after: right },
  ];
}

function sayPeople(people: People | undefined): string | null {
  if (people === undefined) return null;
  const { roles, signUp, memberOf } = people;
  const said = [
    `roles ${roles.map(({ name }) => name).join(', ')}`,
    signUp === 'open' ? 'anybody may sign up' : 'accounts are made for people',
    ...(memberOf === undefined ? [] : [`accounts belong to a ${memberOf}`]),
  ];
  return said.join('; ');
}
