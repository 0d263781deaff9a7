type ClassNames = string | false | null | undefined;

/** A class with what it holds for, such as `hover:`. */
const PARTS = /^(.*:)?([^:]+)$/;
/** The first that fits names the property. What is in none of them is never overruled. */
const PROPERTIES: readonly (readonly [name: string, utilities: RegExp])[] = [
  ['font-size', /^text-(xs|sm|base|lg|\d?xl|\[\d.*)$/],
  ['text-align', /^text-(left|center|right)$/],
  ['color', /^text-/],
  ['display', /^(hidden|block|inline|inline-block|flex|inline-flex|grid)$/],
  ['border-radius', /^rounded(-(none|sm|md|lg|full))?$/],
  ['white-space', /^whitespace-/],
  ...['h', 'w', 'size', 'px', 'gap'].map((name) => [name, new RegExp(`^${name}-`)] as const),
];

/** Class names, later ones winning over earlier ones of the same property: what a component gives its parts can be changed. */
export function cn(...classes: ClassNames[]): string {
  const seen = new Set<string>();
  const isLast = (name: string) => {
    const property = propertyOf(name);
    if (property === null) return true;
    const isFirstSeen = !seen.has(property);
    seen.add(property);
    return isFirstSeen;
  };
  const names = classes.flatMap((one) => (one ? one.split(' ') : []));
  return names.toReversed().filter(isLast).toReversed().join(' ');
}

function propertyOf(name: string): string | null {
  const [, condition = '', utility = ''] = PARTS.exec(name) ?? [];
  const property = PROPERTIES.find(([, utilities]) => utilities.test(utility))?.[0];
  return property === undefined ? null : `${condition}${property}`;
}
