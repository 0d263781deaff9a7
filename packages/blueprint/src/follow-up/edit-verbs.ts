import { words } from '../lexicon/words.ts';

/** Words that begin a wish: what is to be done with the blueprint. */
export const EDIT_VERBS = words(`
  add include insert append introduce create put give drop remove delete discard eliminate erase rename call make change
  set turn convert move split merge combine undo revert restore allow let limit require get take throw store track record keep
  replace use extend kill lose ditch kick scrap axe swap exchange link connect associate
`);
