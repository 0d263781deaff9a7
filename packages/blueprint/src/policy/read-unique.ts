import { type BareRule, CANNOT, list, noun, type Pattern, split, whole } from './patterns.ts';

const IS = '(?:is|are|must be|has to be|have to be|should be)';
const ONCE_MORE = '(?:twice|more than once|a second time|again)';
const USED = '(?:be used|be given|be taken|be assigned|occur|occurs|appear|appears|exist|exists)';
const WITHIN = '(?:per|within|inside|in|for|of|on|at|among|for each|for every|in each|in every)';

/** Fields and parents of which no two rows have the same. */
export const UNIQUE: readonly Pattern[] = [
  [
    whole(
      `the (?:combination|pair) of (?<names>.+?) ${IS} unique(?: (?:for|per|within|in) ${noun('per')})?`,
    ),
    ({ names, per }) => unique(null, [...list(names), ...list(per)]),
  ],
  [
    whole(`(?<names>[a-z ]+ and [a-z ]+) ${IS} unique (?:together|in combination|as a pair)`),
    ({ names }) => unique(null, list(names)),
  ],
  [
    whole(`${noun('name')} ${IS} unique (?:together|in combination) with ${noun('per')}`),
    ({ name, per }) => unique(null, [split(name), split(per)]),
  ],
  [
    whole('unique (?:by|on|over|for) (?<names>.+ and .+)'),
    ({ names }) => unique(null, list(names)),
  ],
  [
    whole(`${noun('name')} ${IS} (?:only )?unique ${WITHIN} (?:the )?${noun('per')}`),
    ({ name, per }) => unique(null, [split(name), split(per)]),
  ],
  [
    whole(
      `${WITHIN} (?:one |the same )?${noun('per')} ?,? (?:an?|the|every|each|all) ${noun('name')} ${IS} unique`,
    ),
    ({ name, per }) => unique(null, [split(per), split(name)]),
  ],
  [
    whole(`${WITHIN} (?:one |the same )?${noun('per')} ?, ${noun('name')} ${IS} unique`),
    ({ name, per }) => unique(null, [split(per), split(name)]),
  ],
  [
    whole(
      `(?:the same )?${noun('name')} ${CANNOT} ${USED} ${ONCE_MORE} ${WITHIN} (?:the same )?${noun('per')}`,
    ),
    ({ name, per }) => unique(null, [split(per), split(name)]),
  ],
  [
    whole(
      `${noun('name')} (?:can|may|must|should) (?:only )?${USED} (?:only )?once ${WITHIN} ${noun('per')}`,
    ),
    ({ name, per }) => unique(null, [split(per), split(name)]),
  ],
  [
    whole(
      `no two ${noun('thing')} (?:of|in|on|at|for|within) (?:the same|one|an?|any|each|every) ${noun('per')} (?:may |can |should |must )?(?:have|share|use) the same (?<names>.+)`,
    ),
    ({ thing, per, names }) => unique(split(thing), [split(per), ...list(names)]),
  ],
  [
    whole(
      `no two ${noun('thing')} (?:may |can |should |must )?(?:have|share|use) the same (?<names>.+) (?:in|on|at|for|within) (?:the same|one|an?|any|each|every) ${noun('per')}`,
    ),
    ({ thing, per, names }) => unique(split(thing), [split(per), ...list(names)]),
  ],
  [
    whole(
      `no two ${noun('thing')} (?:may |can |should |must )?(?:have|share|use) the same (?<names>.+ and .+)`,
    ),
    ({ thing, names }) => unique(split(thing), list(names)),
  ],
  [
    whole(
      `${noun('actor')} ${CANNOT} [a-z]+ (?:twice |more than once )?(?:in|for|at|on|to|up for)? ?the same ${noun('target')}(?: twice| more than once| again)?`,
    ),
    ({ actor, target }) => ({
      kind: 'unique-together',
      thing: null,
      names: [split(actor), split(target)],
      isDeed: true,
    }),
  ],
];

function unique(thing: string[] | null, names: string[][]): BareRule | null {
  return names.length < 2 ? null : { kind: 'unique-together', thing, names };
}
