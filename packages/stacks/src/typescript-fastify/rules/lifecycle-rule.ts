import type { EntityModel } from '../model.ts';
import { listed } from './listed.ts';
import type { RuleModel } from './rule-types.ts';

/** The moves of the state, as the document and people are told of them. */
export function lifecycleRule({ lifecycle, path, pluralTitle }: EntityModel): RuleModel[] {
  if (lifecycle === null) return [];
  const { member, initial, transitions } = lifecycle;
  const moves = transitions.map(
    ({ name, from, to }) => `${name} (from ${listed(from, 'or')} to ${to})`,
  );
  return [
    {
      kept: null,
      document: {
        kind: 'lifecycle',
        ...{ member, initial },
        transitions: transitions.map(({ segment, from, to }) => ({
          ...{ path: `/api/${path}/{id}/${segment}`, from, to },
        })),
      },
      sentence: `The ${member} of ${pluralTitle} starts as ${initial} and changes by ${listed(moves)}`,
      decision:
        'Each transition is an operation that locks the row, moves it and adds to its history.',
      reason:
        'A state that can be written can be wrong; of two requests at once one finds the other done.',
    },
  ];
}
