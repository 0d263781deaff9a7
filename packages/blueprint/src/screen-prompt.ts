import { type Refusal, refuse } from './refusals.ts';

const FOREIGN: Record<string, ReadonlySet<string>> = {
  German: new Set(
    'und der die das ein eine einen mit für ist sind hat haben nicht von zu den dem des auf jede jeder jedes wird werden oder auch sich wir ich eines einer ihre kann muss viele'.split(
      ' ',
    ),
  ),
  French: new Set(
    'et le la les un une des du de avec pour est sont dans qui que chaque sur plusieurs nous je il elle ou au aux ont être leur leurs une gestion avoir peut doit'.split(
      ' ',
    ),
  ),
  Spanish: new Set(
    'y el la los las un una unos con para es son de del en que cada por tiene tienen muchos muchas su sus al se puede como lo nosotros aplicación'.split(
      ' ',
    ),
  ),
  Italian: new Set(
    'e il lo la gli le un una con per è sono di del della dei che ogni ha hanno molti nel alla anche può suo sua'.split(
      ' ',
    ),
  ),
  Portuguese: new Set(
    'e o a os as um uma com para é são de do da dos das que cada tem têm muitos no na em por não seu sua'.split(
      ' ',
    ),
  ),
  Dutch: new Set(
    'en de het een met voor is zijn van op in elke heeft hebben niet te dat die er ook wij ik veel kan moet'.split(
      ' ',
    ),
  ),
  Polish: new Set(
    'i w z na do jest są każdy ma mają oraz dla nie się że wiele który która'.split(' '),
  ),
  Swedish: new Set(
    'och en ett med för är som har av till på varje inte det den många kan'.split(' '),
  ),
};
const ENGLISH = new Set(
  'the a an and or of with has have is are to for each every many which that in on by from must can should be their we i it our want need build create app api list system'.split(
    ' ',
  ),
);

/** Refuses what cannot be read at all; null when the prompt may go on. */
export function screenPrompt(prompt: string, maxCharacters: number): Refusal | null {
  if (prompt.trim() === '') return refuse('prompt-empty', []);
  if (prompt.length > maxCharacters) return refuse('prompt-too-long', []);
  if (isBinary(prompt)) return refuse('prompt-binary', []);
  const language = foreignLanguage(prompt);
  return language === null ? null : refuse('prompt-not-english', [excerpt(prompt)], language);
}

export function excerpt(prompt: string): string {
  const text = prompt.trim().replace(/\s+/g, ' ');
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

function isBinary(prompt: string): boolean {
  let odd = 0;
  for (let index = 0; index < prompt.length; index += 1) {
    const code = prompt.charCodeAt(index);
    if (code === 0) return true;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) odd += 1;
  }
  return odd > 2 && odd * 20 > prompt.length;
}

function foreignLanguage(prompt: string): string | null {
  const letters = prompt.match(/\p{L}/gu)?.length ?? 0;
  const latin = prompt.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= 2 && latin * 2 < letters) return 'a script other than Latin';
  const words = prompt.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  let best: { language: string; count: number } | null = null;
  for (const [language, stops] of Object.entries(FOREIGN)) {
    const count = words.filter((word) => stops.has(word) && !ENGLISH.has(word)).length;
    if (best === null || count > best.count) best = { language, count };
  }
  if (best === null || best.count < 2) return null;
  return best.count > english * 1.5 && best.count * 8 >= words.length ? best.language : null;
}
