/** Words that say what is done, by what it amounts to. */
const KINDS = {
  create:
    'create add new post submit insert make register save store put upload append write send report record subscribe associate import log shorten generate bulk batch',
  list: 'list all index browse overview',
  search: 'search find query filter lookup',
  read: 'get retrieve read show view fetch details info metadata meta load display',
  change: 'update edit modify change set patch replace rename adjust',
  remove: 'delete remove destroy clear discard drop unsubscribe erase purge',
  count: 'count total stats statistics number',
  download: 'download export file raw content',
  login: 'login signin authenticate logon',
  logout: 'logout signout logoff',
  register: 'register signup enroll enrol',
} as const;
export type VerbKind = keyof typeof KINDS;

const BY_WORD: ReadonlyMap<string, VerbKind> = new Map(
  Object.entries(KINDS).flatMap(
    ([kind, words]) => words.split(' ').map((word) => [word, kind as VerbKind] as const), // a key of the constant above
  ),
);

/** What is done to one record beside making, reading, changing and removing it. */
const DEEDS: ReadonlySet<string> = new Set(
  (
    'cancel archive unarchive publish unpublish approve reject accept decline close open reopen complete finish start stop pause resume ' +
    'activate deactivate enable disable lock unlock block unblock ban unban verify confirm like unlike dislike upvote downvote vote ' +
    'follow unfollow star unstar favorite favourite bookmark pin unpin click hit visit increment decrement increase decrease reset ' +
    'restore undo redo check uncheck toggle ship deliver pay refund assign unassign share unshare join leave invite move copy clone ' +
    'duplicate merge split sync refresh renew revoke redeem claim checkin checkout return borrow rent reserve release ping heartbeat ' +
    'convert calculate compute evaluate transform resize render compile execute run process preview validate analyze analyse translate ' +
    'sell lend hide unhide mute unmute freeze unfreeze suspend adopt acknowledge dismiss resolve ' +
    'send notify publish markread read unread transfer withdraw deposit topup spend deduct recharge refill restock cashout'
  ).split(' '),
);

export function verbKind(word: string): VerbKind | null {
  return BY_WORD.get(word) ?? null;
}

export function isDeed(word: string): boolean {
  return DEEDS.has(word);
}

export function isVerb(word: string): boolean {
  return BY_WORD.has(word) || DEEDS.has(word);
}

const FILLERS = new Set(
  'a an the to from by with for of in into on at my current own this and or me as'.split(' '),
);

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** Verbs that are as often the name of what is kept. */
const THINGS = new Set(
  (
    'post record report log file store share vote like view index click hit visit check message transfer process order export move copy ' +
    'set comment return borrow rent review stats statistics raw content details info ping heartbeat preview purge count subscribe import all overview'
  ).split(' '),
);

export function isThing(word: string): boolean {
  return THINGS.has(word);
}
