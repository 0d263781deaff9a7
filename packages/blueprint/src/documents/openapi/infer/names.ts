import { plain, wordsOf } from '../words.ts';

/** In English, and in the words that documents of other tongues have for it. */
const PASSWORD =
  /^(password|passwd|passphrase|pass|pwd|userpassword|plainpassword|passcode|passwort|kennwort|motdepasse|contrasena|clave|senha|wachtwoord|losenord|adgangskode|passord|salasana|haslo|heslo|parola|parol)$/;

export function isPasswordName(name: string): boolean {
  return PASSWORD.test(plain(name));
}

const LOGINS = [
  'email',
  'username',
  'login',
  'user',
  'name',
  'handle',
  'emailaddress',
  'mail',
  'phone',
  'userid',
  'accountname',
  'nickname',
  ...['benutzername', 'benutzer', 'nutzername', 'anmeldename', 'utilisateur', 'usuario', 'utente'],
  'usernameoremail',
  'identifier',
];

/** Of these names those by which people sign in, the likeliest kinds first. */
export function loginNames(names: readonly string[]): string[] {
  const best = LOGINS.filter((one) => names.some((name) => plain(name) === one));
  const strong = best.filter((one) =>
    ['email', 'username', 'login', 'handle', 'emailaddress'].includes(one),
  );
  const chosen = strong.length > 0 ? strong : best.slice(0, 1);
  return names.filter((name) => chosen.includes(plain(name)));
}

export function isCreatedName(name: string): boolean {
  return /^(created|datecreated|creation|registered|posted|submitted|uploaded|joined|logged|recorded|received|clicked|sent|placed|started|opened|ordered)(at|on|date|time|timestamp|datetime)?$|^(at|when|timestamp|date|time|createddate|creationtime)$/.test(
    plain(name),
  );
}

export function isChangedName(name: string): boolean {
  return /^(last)?(updated|modified|changed|edited|modification|update)(at|on|date|time|timestamp|datetime)?$|^date(updated|modified)$/.test(
    plain(name),
  );
}

export function isTokenName(name: string): boolean {
  return /^(access|auth|session|bearer|id|api|jwt|user|login|refresh)?(token|jwt)$|^(session|api)(id|key)$|^sid$/.test(
    plain(name),
  );
}

/** What nobody can guess: given once, it opens something. */
export function isSecretName(name: string): boolean {
  return /^((secret|access|share|sharing|download|delete|deletion|edit|admin|file|api|invite|invitation|unsubscribe|confirmation|verification|owner|private|view)?(key|token|secret|code|link|hash))$/.test(
    plain(name),
  );
}

/** `hostKey`, `claim_token`: whatever comes before, where nobody is told but who makes the record. */
export function endsAsSecret(name: string): boolean {
  const words = wordsOf(name);
  return (
    /^(key|token|secret|pin|passcode)$/.test(words.at(-1) ?? '') &&
    !/^(public|primary|foreign|sort|partition|cache|idempotency|map|registry)$/.test(
      words.at(-2) ?? '',
    )
  );
}

export function isOwnerName(name: string): boolean {
  const own = plain(name);
  return OWNERS.test(own) || MAKERS.test(own);
}

/** `opened_by`, `hostedBy`: who made it, while `edited_by` may be somebody else. */
const MAKERS =
  /^(created|posted|uploaded|added|submitted|opened|started|written|made|owned|published|hosted|organi[sz]ed|reported|asked|shared|founded|registered|requested|sent|placed|booked|authored)by(id|uuid|user|userid|username|name|email)?$/;
const OWNERS =
  /^(owner|user|author|creator|account|createdby|postedby|uploadedby|uploader|poster|customer|seller|member|addedby|writer|submittedby)(id|uuid|name|username|email)?$|^(username|email)$/;

/** `updatedBy`, `last_modified_by`, `lastEditor`: who changed a record last, which is at first who made it. */
export function isChangerName(name: string): boolean {
  return /^(last)?(updated|modified|edited|changed|saved|revised)by(id|uuid|user|userid|username|name|email)?$|^last(editor|writer|modifier|changer|author|writtenby)(id|uuid|name|username)?$/.test(
    plain(name),
  );
}

/** Names nobody but who made a record. */
export function isAuthorName(name: string): boolean {
  return /^(owner|author|creator|createdby|postedby|uploadedby|uploader|poster|addedby|submittedby)(id|uuid)?$/.test(
    plain(name),
  );
}

export function isMessageName(name: string): boolean {
  return /^(message|msg|detail|details|info|result|text|description|note|reason|title|response|error|errormessage|feedback)$/.test(
    plain(name),
  );
}

export function isSuccessName(name: string): boolean {
  return /^(success|ok|succeeded|deleted|removed|done|valid|acknowledged|accepted|created|updated|saved)$/.test(
    plain(name),
  );
}

/** Counts something that happens to a record. */
export function isCounterName(name: string): boolean {
  return /^(likes?|views?|votes?|upvotes?|downvotes?|hits?|clicks?|visits?|downloads?|shares?|score|count(er)?|value|points|stock|plays?|uses?|usage|reads?|opens?|stars|follower?s?|dislikes?)(count|counter|total|number)?$|^(number|num|total|times)of?(likes|views|votes|hits|clicks|visits|downloads|plays|shares|downloaded|viewed|played)$/.test(
    plain(name),
  );
}

export function isPrivilegeName(name: string): boolean {
  return /^(roles?|isadmin|admin|issuperuser|superuser|isstaff|staff|permissions?|privileges?|scopes?|usertype|accounttype)$/.test(
    plain(name),
  );
}

export function isKeyName(name: string, words: readonly string[]): boolean {
  const own = plain(name);
  const noun = words.join('');
  const last = words.at(-1) ?? '';
  return ['id', 'uuid', '_id', `${noun}id`, `${last}id`, `${noun}uuid`, `${last}uuid`].includes(
    own,
  );
}

export function stemOfId(name: string): string | null {
  const words = wordsOf(name);
  const last = words.at(-1);
  return words.length > 1 && (last === 'id' || last === 'ids' || last === 'uuid')
    ? words.slice(0, -1).join('')
    : null;
}
