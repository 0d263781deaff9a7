import { words } from '../lexicon/words.ts';
import type { Item } from './statements.ts';

/** What is there only to hold many of something else. */
const CONTAINERS = words(
  'decks packs bundles sets collections lists folders shelves stacks playlists setlists wishlists watchlists albums batches crates boxes',
);

/** "decks of cards with a front and a back": a deck has many cards, and they have a front and a back. */
export function asContainer(item: Item): Item {
  const [content, more] = item.belongsTo;
  const isContainer = item.noun.plural && CONTAINERS.has(item.noun.words.at(-1) ?? '');
  if (!isContainer || content === undefined || more !== undefined) return item;
  if (!content.noun.plural || content.determiner !== null) return item;
  const children = [...content.children, ...item.children];
  return { ...item, belongsTo: [], children: [{ ...content, children }] };
}
