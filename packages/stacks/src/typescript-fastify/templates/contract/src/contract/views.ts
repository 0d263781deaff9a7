import { asObject, isObject, type JsonObject } from './json.ts';

/** A document as one side sees it: clients do not send what is read only, and get nothing that is write only. */
export function viewFor(side: 'request' | 'response', value: unknown): unknown {
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly';
  const visit = (part: unknown, unneeded: readonly string[]): unknown => {
    if (Array.isArray(part)) return part.map((each) => visit(each, unneeded));
    if (!isObject(part)) return part;
    if (side === 'request' && part.format === 'binary') return {};
    const names = [...unneeded, ...hiddenNames(part, hidden)];
    return Object.fromEntries(
      Object.entries(part).map(([key, each]) => {
        if (key === 'required' && Array.isArray(each))
          return [key, each.filter((name) => !names.includes(name))];
        return [key, visit(each, key === 'allOf' ? names : [])];
      }),
    );
  };
  return visit(value, []);
}

/** Properties of a schema and of those that it joins. */
function hiddenNames({ properties, allOf }: JsonObject, hidden: string): string[] {
  const own = Object.entries(asObject(properties)).filter(
    ([, schema]) => asObject(schema)[hidden] === true,
  );
  const joined = Array.isArray(allOf)
    ? allOf.filter(isObject).flatMap((each) => hiddenNames(each, hidden))
    : [];
  return [...own.map(([name]) => name), ...joined];
}
