import type { RuleOf } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import { isLong, partsOf, withArticle } from '../files/entity-parts.ts';
import { andShown } from '../files/soft-deletion-sql.ts';
import { sentence } from '../identifiers.ts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { sqlName, sqlString } from '../text.ts';
import { conditionOf } from './condition.ts';
import { listed } from './listed.ts';
import { type Member, memberNamed } from './rule-model.ts';
import type { RuleModel, RuleName } from './rule-types.ts';
import { refusingTrigger } from './triggers.ts';

/** Who adds rows with the same values of these columns waits here, so that each sees what the one before has added. */
function inTurn(constraint: string, columns: readonly string[]): string {
  const values = [sqlString(constraint), ...columns.map((column) => `new.${sqlName(column)}`)];
  return `perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', ${values.join(', ')}), 0));`;
}

/** At most so many rows of one parent, counted after each write while no other one counts. */
export function atMost(
  app: AppModel,
  entity: EntityModel,
  rule: RuleOf<'at-most'>,
  nameOf: RuleName,
): RuleModel {
  const { name, column, reference } = memberNamed(entity, rule.per, 'rules');
  if (reference === null) {
    throw new BlueprintUnsound(
      `${entity.name}.rules`,
      `there is no belongs-to relation ${rule.per}`,
    );
  }
  const condition = rule.where && conditionOf(entity, rule.where);
  const constraint = nameOf(`${entity.table}_per_${column}_limit`);
  const { table } = entity;
  const key = sqlName(column);
  const teams = teamColumns(entity);
  const ofTeam = teams.map((own) => ` and ${sqlName(own)} = new.${sqlName(own)}`).join('');
  const same = `${key} = new.${key}${ofTeam}${condition ? ` and ${condition.sql('')}` : ''}${andShown(entity)}`;
  const parent = entityNamed(app, reference.target).title;
  const rows = `${rule.most} ${rule.most === 1 ? entity.title : entity.pluralTitle}`;
  const detail = `There can be at most ${rows} with the same ${sentence(rule.per)}${condition ? ` whose ${condition.words}` : ''}`;
  return {
    kept: {
      constraint,
      statements: refusingTrigger({
        ...{ name: constraint, table, when: whenWritten(entity, [column, condition?.column]) },
        condition: `new.${key} is not null${condition ? ` and ${condition.sql('new.')}` : ''}${newIsShown(entity, ' and ')}`,
        check: {
          before: [inTurn(constraint, [...teams, column])],
          refuseIf: `(select count(*) from ${sqlName(table)} where ${same}) > ${rule.most}`,
        },
      }),
      problem: { status: 409, code: 'limit-reached', detail: `${detail}.` },
      members: [name],
    },
    document: {
      ...{ kind: 'at-most', per: name, most: rule.most },
      ...(condition && { where: condition.document }),
    },
    sentence: detail,
    decision: `A trigger of the database counts those of one ${parent} and refuses one more with 409 limit-reached.`,
    reason: 'Who adds to one of them waits for who does so already, so that none goes uncounted.',
  };
}

/**
 * Only where one of these columns is written: what else changes, e.g. when another row is deleted, takes no locks, of which
 * two such deletions could wait for those of each other.
 */
function whenWritten(
  { softDeletion }: EntityModel,
  columns: readonly (string | undefined)[],
): string {
  const all = [...new Set([...columns, softDeletion?.column])].flatMap((column) => column ?? []);
  return `after insert or update of ${all.map(sqlName).join(', ')}`;
}

/** What one team does counts for no other one. */
function teamColumns({ access }: EntityModel): string[] {
  const { team = null } = access ?? {};
  return team === null || team.isItself ? [] : [team.column];
}

/** An empty value breaks no rule. */
function isOptional({ field, reference }: Member): boolean {
  return field === null ? !reference.required : !field.field.required;
}

/** The row that is written is no deleted one. */
function newIsShown({ softDeletion }: EntityModel, before: string): string {
  return softDeletion === null ? '' : `${before}new.${sqlName(softDeletion.column)} is null`;
}

/** Rows of the same kind do not overlap in time; the end of one may be the start of the next. */
export function noOverlap(
  entity: EntityModel,
  rule: RuleOf<'no-overlap'>,
  nameOf: RuleName,
): RuleModel[] {
  const [start, end] = [rule.start, rule.end].map((name) => memberNamed(entity, name, 'rules'));
  const per = rule.per.map((name) => memberNamed(entity, name, 'rules'));
  if (start === undefined || end === undefined) return [];
  const { table } = entity;
  const columns = [...teamColumns(entity), ...per.map(({ column }) => column)];
  const constraint = nameOf(`${table}_${start.column}_overlap`);
  const [from, to] = [sqlName(start.column), sqlName(end.column)];
  const conditions = [
    '"id" <> new."id"',
    ...columns.map((column) => `${sqlName(column)} = new.${sqlName(column)}`),
    `${from} < new.${to} and ${to} > new.${from}${andShown(entity)}`,
  ];
  const looked = [
    ...per.filter(isOptional).map(({ column }) => `new.${sqlName(column)} is not null`),
    ...(entity.softDeletion === null ? [] : [newIsShown(entity, '')]),
  ].join(' and ');
  const indexed = [...per.filter((member) => isShort(entity, member)), start];
  const same = per.length === 0 ? '' : ` with the same ${listed(rule.per.map(sentence))}`;
  const span = `${sentence(rule.start)} and ${sentence(rule.end)}`;
  const detail = `No two ${entity.pluralTitle}${same} overlap between ${span}`;
  return [
    {
      kept: {
        constraint,
        statements: [
          `create index ${sqlName(nameOf(`${table}_${start.column}_span_idx`))} on ${sqlName(table)} (${indexed.map(({ column }) => sqlName(column)).join(', ')});`,
          ...refusingTrigger({
            ...{
              name: constraint,
              table,
              when: whenWritten(entity, [start.column, end.column, ...columns]),
            },
            ...(looked !== '' && { condition: looked }),
            check: {
              before: [inTurn(constraint, columns)],
              refuseIf: `exists (select from ${sqlName(table)} where ${conditions.join(' and ')})`,
            },
          }),
        ],
        problem: { status: 409, code: 'overlap', detail: `${detail}.` },
        members: [start.name, end.name],
      },
      document: {
        ...{ kind: 'no-overlap', start: start.name, end: end.name },
        per: per.map(({ name }) => name),
      },
      sentence: detail,
      decision: 'A trigger of the database looks for another one and refuses it with 409 overlap.',
      reason:
        'Requests for the same time wait for each other, so that two cannot both find it free.',
    },
    order(entity, { kind: 'order', first: rule.start, second: rule.end, strictly: true }, nameOf),
  ];
}

function isShort(entity: EntityModel, { field }: Member): boolean {
  const part = partsOf(entity).find(({ model }) => model === field);
  return part === undefined || !isLong(part.kind);
}

/** One member is not after, or not more than, another one. */
export function order(entity: EntityModel, rule: RuleOf<'order'>, nameOf: RuleName): RuleModel {
  const [first, second] = [rule.first, rule.second].map((name) =>
    memberNamed(entity, name, 'rules'),
  );
  if (first?.field == null || second?.field == null) {
    throw new BlueprintUnsound(`${entity.name}.rules`, 'an order is between two fields');
  }
  const constraint = nameOf(`${entity.table}_${first.column}_order_check`);
  const isTime = ['date', 'datetime', 'time'].includes(first.field.field.type);
  const words = rule.strictly
    ? `${isTime ? 'before' : 'less than'}`
    : `not ${isTime ? 'after' : 'more than'}`;
  const detail = `The ${sentence(rule.first)} of ${withArticle(entity.title)} is ${words} its ${sentence(rule.second)}`;
  const condition = `${sqlName(first.column)} ${rule.strictly ? '<' : '<='} ${sqlName(second.column)}`;
  return {
    kept: {
      constraint,
      statements: [
        `alter table ${sqlName(entity.table)} add constraint ${sqlName(constraint)} check (${condition});`,
      ],
      problem: { status: 422, code: 'order-broken', detail: `${detail}.` },
      members: [first.name, second.name],
    },
    document: {
      ...{ kind: 'order', first: first.name, second: second.name },
      strictly: rule.strictly === true,
    },
    sentence: detail,
    decision: 'A check of the table; what breaks it is answered with 422 order-broken.',
    reason: 'It also holds where a change names only one of the two.',
  };
}
