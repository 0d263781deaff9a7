import nlp from 'compromise';

/** Singular words that end like plurals, beyond the endings `ss`, `us` and `is`. */
const SINGULAR_S = new Set(
  `news series species lens gas canvas bias atlas alias means always chaos gps sms dns css has was this its
  as mathematics physics maths gymnastics economics logistics analytics athletics electronics headquarters chassis
  sms rss pos https us aws sas vs kubernetes texas paris dhs cvs mrs ms plus
  ios starts ends closes opens expires begins happens occurs yes tennis cosmos tapas pancreas christmas`
    .split(/\s+/)
    .filter(Boolean),
);
const PLURAL_US = new Set([
  'menus',
  'gurus',
  'thesaurus',
  'emus',
  'tofus',
  'gnus',
  'skus',
  'cpus',
  'gpus',
  'taxis',
  'skis',
  'apis',
  'kpis',
  'wikis',
  'bonsais',
  'uis',
  'pis',
  'rois',
]);

const IRREGULAR: Record<string, string> = {
  people: 'person',
  alumni: 'alumnus',
  children: 'child',
  men: 'man',
  women: 'woman',
  mice: 'mouse',
  feet: 'foot',
  teeth: 'tooth',
  geese: 'goose',
  criteria: 'criterion',
  media: 'media',
  data: 'data',
  caches: 'cache',
  aliases: 'alias',
  axes: 'axis',
  dies: 'die',
  ties: 'tie',
  pies: 'pie',
  lies: 'lie',
  movies: 'movie',
  cookies: 'cookie',
  calories: 'calorie',
  selfies: 'selfie',
  zombies: 'zombie',
  skus: 'sku',
  gpus: 'gpu',
  cpus: 'cpu',
  menus: 'menu',
  busses: 'bus',
  apis: 'api',
  kpis: 'kpi',
  taxis: 'taxi',
  quizzes: 'quiz',
  bonuses: 'bonus',
  statuses: 'status',
  addresses: 'address',
  phones: 'phone',
  leaves: 'leave',
  staves: 'stave',
  halves: 'half',
  lenses: 'lens',
  slots: 'slot',
  matrices: 'matrix',
  vertices: 'vertex',
  indices: 'index',
  appendices: 'appendix',
  theses: 'thesis',
  hypotheses: 'hypothesis',
  crises: 'crisis',
  diagnoses: 'diagnosis',
  analyses: 'analysis',
  prognoses: 'prognosis',
  synopses: 'synopsis',
  shoes: 'shoe',
  horses: 'horse',
  canoes: 'canoe',
  gases: 'gas',
  canvases: 'canvas',
};

/** Craftsmen, postwomen. */
const MEN = /^(?!speci|regi|abdo|acu|cogno|albu|bitu).{3,}men$/;

/** English countable plurals; `status`, `address`, `news` and the like are singular. */
export function isPlural(word: string): boolean {
  if (Object.hasOwn(IRREGULAR, word)) return word !== 'media' && word !== 'data';
  if (MEN.test(word)) return true;
  if (!word.endsWith('s') || word.length < 3) return false;
  if (PLURAL_US.has(word)) return true;
  if (SINGULAR_S.has(word)) return false;
  return !/(ss|us|is)$/.test(word);
}

/** Singular of one lower-case word; singular words come back unchanged. */
export function singular(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? word;
  if (!isPlural(word)) return word;
  if (MEN.test(word)) return `${word.slice(0, -3)}man`;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (/(stat|vir|camp|b|cens|ir|octop|surpl|corp|syllab|foc|radi|nex|abac|cact)uses$/.test(word))
    return word.slice(0, -2);
  if (/[^aeiou]oes$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ves')) return singularOfLibrary(word);
  return word.slice(0, -1);
}

/** `shelves` and `valves` need a dictionary; compromise has one. */
function singularOfLibrary(word: string): string {
  const found = nlp(word).nouns().toSingular().text();
  return found === '' ? word.slice(0, -1) : found;
}

const UNCOUNTABLE = new Set([
  'equipment',
  'staff',
  'software',
  'hardware',
  'furniture',
  'inventory',
  'feedback',
  'sheep',
  'fish',
  'series',
  'species',
  'news',
  'information',
  'money',
  'music',
]);

/** Plural of one lower-case singular word. */
export function plural(word: string): string {
  if (UNCOUNTABLE.has(word) && !['staff', 'inventory'].includes(word)) return word;
  for (const [many, one] of Object.entries(IRREGULAR))
    if (one === word && many !== one) return many;
  if (/.{3,}man$/.test(word) && !/(human|german|roman|talisman|shaman)$/.test(word))
    return `${word.slice(0, -3)}men`;
  if (word.endsWith('sis')) return `${word.slice(0, -2)}es`;
  if (/(s|x|z|ch|sh)$/.test(word)) return word === 'quiz' ? 'quizzes' : `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(shel|lea|kni|wol|cal|hal|loa|sel)fe?$/.test(word)) return word.replace(/fe?$/, 'ves');
  if (/(pota|toma|her|ech)o$/.test(word)) return `${word}es`;
  return `${word}s`;
}
