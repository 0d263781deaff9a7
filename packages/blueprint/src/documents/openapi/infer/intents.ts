import type { Subject } from './subjects.ts';
import { isDeed, verbKind } from './verbs.ts';

export type Intent =
  | 'create'
  | 'list'
  | 'read'
  | 'replace'
  | 'update'
  | 'remove'
  | 'search'
  | 'count'
  | 'deed'
  | 'download';

/** What an operation does to its records, by method, path and words; the answers decide the rest. */
export function intentOf(subject: Subject, answersMany: boolean): Intent {
  const { operation, action, own } = subject;
  if (subject.switches) return 'deed';
  const verbs = action.filter((word) => verbKind(word) !== null || isDeed(word));
  // `batchDelete` deletes.
  const [verb = ''] =
    verbs.length > 1 ? verbs.filter((word) => !/^(batch|bulk)$/.test(word)) : verbs;
  switch (operation.method) {
    case 'get':
    case 'head':
      return readingIntent(verb, subject, answersMany);
    case 'put':
      return isDeed(verb) || isBareState(subject) ? 'deed' : 'replace';
    case 'patch':
      return isDeed(verb) && operation.body === null ? 'deed' : 'update';
    case 'delete':
      // `DELETE /posts/{id}/like` takes the like back, not the post.
      return own !== null && isDeed(verb) && verbKind(verb) !== 'remove' ? 'deed' : 'remove';
    case 'post':
      return postingIntent(verb, subject, answersMany);
    default:
      return own === null ? 'list' : 'read';
  }
}

/** `PUT /tickets/{id}/done`: all there is to say is in the path. */
function isBareState({ operation, own, action }: Subject): boolean {
  return own !== null && action.length > 0 && operation.body === null;
}

function readingIntent(verb: string, { own }: Subject, answersMany: boolean): Intent {
  const kind = verbKind(verb);
  if (kind === 'count') return own === null ? 'count' : 'read';
  if (kind === 'download' && !answersMany) return 'download';
  if (kind === 'remove') return 'remove';
  if (isDeed(verb) && kind === null) return 'deed';
  return answersMany && own === null ? 'list' : 'read';
}

function postingIntent(verb: string, subject: Subject, answersMany: boolean): Intent {
  const { operation, own } = subject;
  const said = verb || (operation.words[0] ?? '');
  const kind = verbKind(said) ?? (own === null || said !== '' ? null : summaryKind(subject));
  const isBare = own !== null && operation.body === null && verb === '';
  if ((isDeed(verb) && kind === null) || isBare) return 'deed';
  if (kind === 'search' || kind === 'list') return 'search';
  if (kind === 'read' && operation.body !== null) return answersMany ? 'search' : 'read';
  if (kind === 'remove') return 'remove';
  if (kind === 'change' && (own !== null || verb !== '')) return 'update';
  if (kind === 'count') return 'count';
  return own === null ? 'create' : 'update';
}

/** "Retrieve and delete a secret": where neither the path nor an id says it, the summary does. */
function summaryKind({ operation: { summary } }: Subject): 'read' | null {
  const [first = ''] = summary.toLowerCase().split(/[^a-z]+/);
  return /^(retrieves?|gets?|reads?|reveals?|fetch(es)?|opens?|views?)$/.test(first)
    ? 'read'
    : null;
}
