import { words } from './words.ts';

/** What people do with a program so that it keeps something, or shows what it keeps. */
export const KEEPING_ACTIONS = words(`
  create add log upload post publish write start open make submit list record save set track manage store keep plan schedule invite
  book order place sell share enter register view browse search find see edit update change delete remove archive define read
  collect maintain organise organize sort filter report request propose announce raise draft compose import send suggest recommend nominate leave give
`);
/** Of those, what says nothing of what is kept. */
export const SHOWING_ACTIONS = words(
  'view browse search find see edit update change delete remove archive read sort filter',
);
/** What puts a thing beside another one: "organise photos in albums", "attach receipts to expenses". */
export const PLACING_ACTIONS = words(
  'assign attach add organise organize group sort put move drag file link connect allocate delegate categorise categorize tag label pin share',
);
/** Of those, the ones by which each side has many of the other. */
export const MUTUAL_ACTIONS = words('tag label link connect');
/** What is said of a thing that is there already, and what is kept of it. */
export const REMARK_ACTIONS: ReadonlyMap<string, string> = new Map([
  ['comment', 'comment'],
  ['reply', 'reply'],
  ['respond', 'response'],
  ['rate', 'rating'],
  ['review', 'review'],
  ['vote', 'vote'],
  ['upvote', 'vote'],
  ['like', 'like'],
  ['react', 'reaction'],
  ['bookmark', 'bookmark'],
  ['favourite', 'favourite'],
  ['favorite', 'favorite'],
]);
/** Kept only where a remark is what is left or given: "leave comments", "give ratings". */
export const REMARK_GIVING_ACTIONS = words('leave give');
/** "mark them as bought". */
export const MARKING_ACTIONS = words('mark flag');
