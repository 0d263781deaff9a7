import { type AppModel, type EntityModel, entityNamed, type LinkModel } from '../model.ts';
import { sqlName } from '../text.ts';

/** The column that holds the team, where rows belong to one; the team itself is its own. */
function teamColumnOf({ access }: EntityModel): string | null {
  return access?.team?.column ?? null;
}

/** Columns of a unique index, within the team where rows belong to one: `"team_id", ` or nothing. */
export function teamFirst({ access }: EntityModel): string {
  const { team = null } = access ?? {};
  return team === null || team.isItself ? '' : `${sqlName(team.column)}, `;
}

/** What references to the rows of one team refer to, so that they never lead to another one. */
export function teamKey({ access }: EntityModel): string[] {
  const { team = null } = access ?? {};
  if (team === null || team.isItself) return [];
  return [`constraint ${sqlName(team.keyName)} unique (${sqlName(team.column)}, "id")`];
}

/** Whose the rows are: of a team that there is, and of an account in it. */
export function teamOwnership(app: AppModel, { table, access }: EntityModel): string[] {
  const { team = null, owner = null } = access ?? {};
  if (app.people?.team == null || team === null || team.isItself) return [];
  const own = sqlName(team.column);
  const teams = entityNamed(app, app.people.team.entity).table;
  const member =
    owner === null
      ? []
      : [
          `alter table ${sqlName(table)} add constraint ${sqlName(owner.foreignKeyName)}
  foreign key (${own}, ${sqlName(owner.column)}) references "account" ("team_id", "id") on delete restrict;`,
          `create index ${sqlName(owner.indexName)} on ${sqlName(table)} (${sqlName(owner.column)}, "created_at");`,
        ];
  return [
    `alter table ${sqlName(table)} add constraint ${sqlName(team.foreignKeyName)}
  foreign key (${own}) references ${sqlName(teams)} ("id") on delete restrict;`,
    `create index ${sqlName(team.indexName)} on ${sqlName(table)} (${own}, "created_at");`,
    ...member,
  ];
}

/** Accounts belong to a team, which is made before them. */
export function accountTeam(app: AppModel): string[] {
  if (app.people?.team == null) return [];
  const { table } = entityNamed(app, app.people.team.entity);
  return [
    `alter table "account" add constraint "account_team_id_fkey"
  foreign key ("team_id") references ${sqlName(table)} ("id") on delete restrict;`,
    `create index "account_team_id_idx" on "account" ("team_id", "created_at");`,
  ];
}

/** A link is of the team of its two rows; null where not both have one. */
export function linkTeam(app: AppModel, link: LinkModel): { own: string; far: string } | null {
  const [side] = link.sides;
  if (side === undefined) return null;
  const [own, far] = [side.from, side.to].map((name) => teamColumnOf(entityNamed(app, name)));
  return own == null || far == null ? null : { own, far };
}

/** The team of a link is that of its first row; the foreign keys then keep the other one in it. */
export function linkTrigger(app: AppModel, link: LinkModel): string[] {
  const [team, [side]] = [linkTeam(app, link), link.sides];
  if (team === null || side === undefined) return [];
  const name = sqlName(link.teamTrigger);
  const { table } = entityNamed(app, side.from);
  return [
    `create function ${name}() returns trigger language plpgsql as $function$
begin
  new."team_id" := (select ${sqlName(team.own)} from ${sqlName(table)} where "id" = new.${sqlName(side.ownColumn.column)});
  return new;
end
$function$;`,
    `create trigger ${name} before insert or update on ${sqlName(link.table)}
  for each row execute function ${name}();`,
  ];
}
