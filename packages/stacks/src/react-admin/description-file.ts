import type { Allowed, GeneratedFile } from '@quantumlayer/contracts';
import { searchableOf } from '../typescript-fastify/files/entity-parts.ts';
import { sentence, upperFirst } from '../typescript-fastify/identifiers.ts';
import type { AppModel, EntityModel } from '../typescript-fastify/model.ts';
import { importNames, indent, tsString } from '../typescript-fastify/text.ts';
import { labelFieldOf } from './choose-members.ts';
import { fieldTexts } from './field-texts.ts';
import {
  linesText,
  listText,
  type Member,
  memberText,
  objectsText,
  objectText,
} from './object-text.ts';

/** What the screens of one kind of record know of it; every one of them reads this. */
export function descriptionFile(app: AppModel, entity: EntityModel): GeneratedFile {
  const { name, variable, file, pluralTitle } = entity;
  const server = `../../../../src/modules/${file}`;
  const access =
    entity.access === null ? '' : importNames([`${variable}Access`], `${server}/access.ts`);
  const members = membersOf(app, entity).map((member) => memberText(member, 2));
  const content = `import type { z } from 'zod';
${access}${importNames([`type New${name}`, `type ${variable}Schema`], `${server}/schema.ts`)}import { describeEntity } from '../../lib/entity.ts';

type Shown = z.output<typeof ${variable}Schema>;

/** What the screens of ${pluralTitle} know of them. */
export const ${variable}Entity = describeEntity<Shown, New${name}>({
${indent(members.join('\n'))}
});
`;
  return { path: `web/src/entities/${file}/description.ts`, content };
}

function membersOf(app: AppModel, entity: EntityModel): Member[] {
  const { access, version, softDeletion, variable } = entity;
  const label = labelFieldOf(entity);
  return [
    ['path', tsString(entity.path)],
    ['title', tsString(entity.title)],
    ['pluralTitle', tsString(entity.pluralTitle)],
    ...description(entity),
    ['label', label === null ? 'null' : tsString(label.name)],
    ['search', String(searchableOf(entity).length > 0)],
    ['fields', objectsText(fieldTexts(app, entity), 'fields: ,'.length + 2)],
    ...lifecycleMember(entity),
    ...(access === null ? [] : [['access', `${variable}Access`] as const]),
    ...(access?.owner ? [['owner', tsString(access.owner.name)] as const] : []),
    ...(version === null ? [] : [['version', tsString(version.name)] as const]),
    ...(softDeletion === null
      ? []
      : [['restore', tsString(softDeletion.restore.segment)] as const]),
  ];
}

function description({ entity }: EntityModel): Member[] {
  return entity.description ? [['description', tsString(entity.description)]] : [];
}

function lifecycleMember(model: EntityModel): Member[] {
  const { lifecycle } = model;
  if (lifecycle === null) return [];
  const transitions = lifecycle.transitions.map(({ name, segment, from, to, allowed }) =>
    objectText(
      [
        ['name', tsString(name)],
        ['label', tsString(upperFirst(sentence(name)))],
        ['segment', tsString(segment)],
        ['from', listText(from.map(tsString), 15)],
        ['to', tsString(to)],
        ...allowedMember(model, allowed),
      ],
      7,
    ),
  );
  const members: Member[] = [
    ['field', tsString(lifecycle.member)],
    ['history', tsString(lifecycle.history.segment)],
    ...fixedMember(model, lifecycle.member),
    ['transitions', objectsText(transitions, 'transitions: ,'.length + 4)],
  ];
  return [['lifecycle', linesText(members, 4)]];
}

/** The states in which nothing but the state changes. */
function fixedMember({ fields, entity }: EntityModel, state: string): Member[] {
  const field = fields.find(({ name }) => name === state)?.field.name;
  const values = (entity.rules ?? []).flatMap((rule) =>
    rule.kind === 'change-blocked' && rule.field === field ? rule.values : [],
  );
  if (values.length === 0) return [];
  return [['fixed', listText([...new Set(values)].map(String).map(tsString), 13)]];
}

/** Only what differs from who may update the record. */
function allowedMember({ access }: EntityModel, allowed: Allowed | null): Member[] {
  if (allowed === null || String(allowed) === String(access?.rules.update)) return [];
  if (allowed === 'everyone') return [['allowed', "'everyone'"]];
  return [['allowed', listText(allowed.map(tsString), 18)]];
}
