import type { GeneratedFile } from '@quantumlayer/contracts';
import type { AppModel } from '../model.ts';
import { keptRules } from '../rules/rule-model.ts';
import type { KeptRule, RuleModel } from '../rules/rule-types.ts';
import { brokenRuleFile } from '../templates.ts';
import { indent, listOf, tsString, wrap } from '../text.ts';

/** What the app answers when a rule is broken; nothing in an app without rules. */
export function rulesFiles({ entities }: AppModel): GeneratedFile[] {
  const rules = entities.flatMap(keptRules);
  if (rules.length === 0) return [];
  const map = listOf(
    'export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([',
    rules.map(ruleEntry),
    ']);',
  );
  const content = `export type Rule = {
  status: number;
  code: string;
  detail: string;
  /** Of the API, which the answer points at. */
  members: readonly string[];
};

/** What the API answers when a rule is broken, by the constraint of the database that keeps it. */
${map}
`;
  return [{ path: 'src/database/rules.ts', content }, brokenRuleFile];
}

function ruleEntry({ constraint, problem, members }: KeptRule): string {
  const quoted = members.map((name) => `'${name}'`);
  const lines = [
    `status: ${problem.status}`,
    `code: '${problem.code}'`,
    `detail: ${tsString(problem.detail)}`,
    wrap('members: [', quoted, ']', 7),
  ];
  return `[\n  '${constraint}',\n${indent(`{\n${indent(`${lines.join(',\n')},`)}\n},`)}\n]`;
}

/** The rules between members, which no JSON schema can say, as `x-rules` of a new record. */
export function ruleMeta(rules: readonly RuleModel[]): string {
  const items = rules.map(({ document }) => valueText(document, 6));
  return `.meta({\n${indent(`${listOf("'x-rules': [", items, ']')},`)}\n})`;
}

/** A value as Biome prints it behind `column` characters: several objects in a list get a line each. */
function valueText(value: unknown, column: number): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(item, 2));
    const isTable = items.length > 1 && items.every((item) => item.startsWith('{'));
    return isTable ? listOf('[', items, ']') : wrap('[', items, ']', column);
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? tsString(value) : String(value);
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${name}: ${valueText(member, column + name.length)}`,
  );
  return wrap('{', members, '}', column + 5);
}
