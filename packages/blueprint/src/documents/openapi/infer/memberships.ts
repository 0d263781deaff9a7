import { singular } from '../words.ts';
import type { Subject } from './subjects.ts';

/** What somebody becomes who does this, by the words that documents have for it; what undoes it. */
const BECOMES: readonly {
  does: RegExp;
  undoes: RegExp;
  is: readonly string[];
}[] = [
  { does: /^subscribe$/, undoes: /^unsubscribe$/, is: ['subscriber', 'subscription'] },
  {
    does: /^(join|enter)$/,
    undoes: /^(leave|quit|exit)$/,
    is: ['member', 'participant', 'attendee', 'player', 'membership'],
  },
  { does: /^follow$/, undoes: /^unfollow$/, is: ['follower'] },
  {
    does: /^(enroll|enrol)$/,
    undoes: /^(unenroll|unenrol|disenroll)$/,
    is: ['enrollment', 'enrolment', 'student', 'participant'],
  },
  {
    does: /^(attend|rsvp|register)$/,
    undoes: /^(unattend|unregister|deregister)$/,
    is: ['attendee', 'participant', 'registration', 'guest'],
  },
  { does: /^invite$/, undoes: /^uninvite$/, is: ['invitation', 'invitee', 'guest'] },
  { does: /^block$/, undoes: /^unblock$/, is: ['block'] },
];

/** `POST /lists/{id}/subscribe` makes what `/lists/{id}/subscribers` lists, and `unsubscribe` takes it out again. */
export function asMemberships(subjects: readonly Subject[]): Subject[] {
  return subjects.map((subject) => asMembership(subject, subjects) ?? subject);
}

function asMembership(subject: Subject, all: readonly Subject[]): Subject | null {
  const { operation } = subject;
  const last = operation.segments.at(-1) ?? '';
  if (operation.method !== 'post' || operation.body === null) return null;
  const kind = BECOMES.find(({ does, undoes }) => does.test(last) || undoes.test(last));
  if (kind === undefined) return null;
  const around = operation.path.slice(0, -last.length);
  const listed = all.find(
    ({ operation: other }) =>
      other.path.startsWith(around) &&
      kind.is.includes(singular(other.path.slice(around.length).split('/')[0] ?? '')),
  );
  const isPair = [kind.does, kind.undoes].every((pattern) =>
    all.some(
      ({ operation: other }) =>
        other.path.startsWith(around) && pattern.test(other.path.slice(around.length)),
    ),
  );
  const noun = listed?.noun ?? (isPair ? kind.is[0] : undefined);
  if (noun === undefined) return null;
  // Where the path ends with a verb, the record that it names stands around.
  const holder = subject.own === null ? [] : [{ parameter: subject.own, noun: subject.noun }];
  return {
    ...subject,
    ...{ noun, nounWords: listed?.nounWords ?? [noun], own: null, isPlural: false },
    parents: [...subject.parents, ...holder],
    action: [kind.undoes.test(last) ? 'remove' : 'add'],
    collection: operation.path,
  };
}
