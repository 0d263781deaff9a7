import { indent, sqlName, sqlString } from '../text.ts';

type Trigger = {
  /** Of the trigger and its function. */
  name: string;
  /** What is reported as broken, where that is not the name. */
  constraint?: string;
  table: string;
  /** `before delete`, `after insert or update`. */
  when: string;
  /** A condition on `old` and `new`, where not every row is looked at. */
  condition?: string;
  /** SQL of the function before it refuses; nothing where `condition` says it all. */
  check?: { before: string[]; refuseIf: string };
};

/** The function and the trigger that refuse what breaks a rule, as a constraint of that name would. */
export function refusingTrigger({
  name,
  constraint = name,
  table,
  when,
  condition,
  check,
}: Trigger): string[] {
  const refuse = `raise exception 'a rule is broken' using errcode = 'check_violation', constraint = ${sqlString(constraint)};`;
  const body =
    check === undefined
      ? [refuse]
      : [...check.before, `if ${check.refuseIf} then`, indent(refuse), 'end if;', 'return null;'];
  const where = condition === undefined ? '' : ` when (${condition})`;
  return [
    `create function ${sqlName(name)}() returns trigger language plpgsql as $function$
begin
${indent(body.join('\n'))}
end
$function$;`,
    `create trigger ${sqlName(name)} ${when} on ${sqlName(table)}
  for each row${where} execute function ${sqlName(name)}();`,
  ];
}
