const IF = /^\s*(?:\/\/|#) @if (!?)(\w+)$/;
const END = /^\s*(?:\/\/|#) @end$/;

/**
 * The text of a template without the lines that do not apply: those between `// @if people` and `// @end` are for apps
 * with people, those after `// @if !people` for the others. `#` does for `//`. Blocks are not nested.
 */
export function applyConditions(
  template: string,
  facts: Readonly<Record<string, boolean>>,
): string {
  let applies = true;
  const kept = template.split('\n').filter((line) => {
    const [, not, fact = ''] = line.match(IF) ?? [];
    if (not !== undefined) {
      const value = facts[fact];
      if (value === undefined) throw new Error(`A template asks for ${fact}, which nobody knows.`);
      applies = value !== (not === '!');
      return false;
    }
    if (!END.test(line)) return applies;
    applies = true;
    return false;
  });
  return kept.join('\n');
}
