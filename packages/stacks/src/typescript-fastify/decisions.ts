import type { Design } from '@quantumlayer/contracts';
import { ruleDecisions } from './files/rule-text.ts';
import { sentence } from './identifiers.ts';
import type { AppModel } from './model.ts';
import { MOST_NESTED } from './nested/nested-model.ts';

type Decision = Design['decisions'][number];

const ALWAYS: readonly Decision[] = [
  {
    title: 'One dialect, two homes for the data',
    decision:
      'PostgreSQL: embedded (PGlite) in a folder by default, a server when DATABASE_URL is set.',
    reason:
      'The same SQL, constraints and code run in both, so nothing changes when the app outgrows one process.',
  },
  {
    title: 'TypeScript runs as it is',
    decision: 'Node 24 strips the types; there is no build step. Node comes with npm ci.',
    reason: 'What is tested is what runs, and the app starts on machines with an older Node.',
  },
  {
    title: 'The schema is the contract',
    decision:
      'One zod schema per entity validates requests, types the handlers and writes the OpenAPI document.',
    reason: 'Three descriptions of one thing drift apart.',
  },
  {
    title: 'Integrity lives in the database',
    decision:
      'Uniqueness, references and ranges are constraints; their violations become problem documents.',
    reason: 'A check before a write loses against a concurrent write; a constraint does not.',
  },
  {
    title: 'Exact decimals',
    decision: 'Decimal numbers, money and percentages are numeric columns and strings in JSON.',
    reason: 'Binary fractions cannot hold 0.10.',
  },
  {
    title: 'Lists are paged by key',
    decision: 'Opaque cursors over (sort value, id) instead of offsets.',
    reason:
      'No row is skipped or repeated while others are added, and late pages cost no more than early ones.',
  },
  {
    title: 'Deleting is restricted',
    decision:
      'A row that others refer to cannot be deleted; links of a many-to-many relation go with it.',
    reason: 'Data that disappears by surprise cannot be brought back.',
  },
];

const WITH_PEOPLE: readonly Decision[] = [
  {
    title: 'Sessions live in the database',
    decision:
      'Signing in gives a random token in a cookie that scripts and other sites cannot use; its hash is stored.',
    reason: 'A session can be ended at once, which a token that proves itself cannot.',
  },
  {
    title: 'Nobody may do what no rule allows',
    decision:
      'Every route names the roles that may use it, in one place per entity; a route without a rule stops the start.',
    reason: 'A check that has to be remembered in each handler is forgotten in one of them.',
  },
  {
    title: 'The rows of others do not exist',
    decision: 'Owners come from the session; what belongs to somebody else answers 404 everywhere.',
    reason: 'A refusal would say that there is such a row.',
  },
];

const WITH_WEB: readonly Decision[] = [
  {
    title: 'The web UI speaks the API and nothing else',
    decision:
      'React pages in web/, built once and served by the same process; their forms use the schemas of the API.',
    reason: 'What a page may do, the API decides; what is valid is said in one place.',
  },
];

/** What was decided for this app and why. */
export function decisionsOf(app: AppModel): Decision[] {
  const relaxed = app.entities.flatMap((entity) =>
    entity.references
      .filter((reference) => reference.relaxed)
      .map(
        ({ name, target }): Decision => ({
          title: `${entity.name}.${name} is optional`,
          decision: `The reference to ${target} was asked to be required, but may be empty.`,
          reason: 'The required references form a circle, in which no first row could be created.',
        }),
      ),
  );
  const renamed = app.entities.flatMap(({ name: entity, fields }) =>
    fields
      .filter(({ name, field }) => name !== field.name)
      .map(
        ({ name, field }): Decision => ({
          title: `${entity}.${field.name} is called ${name}`,
          decision: `The member of the API is ${name}.`,
          reason:
            'The name belongs to the app or to the language and would change what a row means.',
        }),
      ),
  );
  return [
    ...ALWAYS,
    ...(app.people === null ? [] : WITH_PEOPLE),
    ...(app.hasWeb ? WITH_WEB : []),
    ...teamDecisions(app),
    ...ruleDecisions(app),
    ...nestedDecisions(app),
    ...relaxed,
    ...renamed,
  ];
}

function teamDecisions({ people }: AppModel): Decision[] {
  if (people?.team == null) return [];
  const title = sentence(people.team.entity);
  return [
    {
      title: `Each ${title} is alone`,
      decision: `Rows have the ${title} of the session, references are over (team, id), and what is unique is so within it.`,
      reason:
        'What a handler forgets, a foreign key still refuses; no row ever leads to one of another team.',
    },
  ];
}

function nestedDecisions({ entities }: AppModel): Decision[] {
  return entities.flatMap(({ title, lists }) =>
    lists.map(({ name, child }) => ({
      title: `A new ${title} is sent together with its ${child.pluralTitle}`,
      decision: `At most ${MOST_NESTED} of them in ${name}, in one transaction; errors point into the list.`,
      reason:
        'A row without what belongs on it is never seen by anybody, whatever fails in between.',
    })),
  );
}
