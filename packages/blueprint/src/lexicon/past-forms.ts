import { IRREGULAR } from './infinitive.ts';

/** How a verb is said of what was done: "donated" of "donate", "written" of "write", "referred" of "refer". */
export function pastFormsOf(verb: string): string[] {
  const irregular = [...IRREGULAR].flatMap(([past, base]) => (base === verb ? [past] : []));
  const regular = verb.endsWith('e')
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${verb}ed`;
  const isShort = /[^aeiou][aeiou][bdglmnprt]$/.test(verb);
  return [...irregular, regular, ...(isShort ? [`${verb}${verb.at(-1)}ed`] : [])];
}
