/** Nouns of doing that do not follow from the letters of their verb. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `practise practice,advise advice,choose choice,lose loss,sell sale,serve service,receive receipt,succeed success,see sight,speak speech,
  respond response,analyse analysis,analyze analysis,weigh weight,complain complaint,grow growth,fly flight,marry marriage,give gift,remove removal`
    .split(',')
    .map((pair): [string, string] => {
      const [verb = '', noun = ''] = pair.trim().split(' ');
      return [verb, noun];
    }),
);

/** What a noun of doing adds to the stem of its verb: "refer-ral", "enrol-ment", "certif-ication", "inspect-ion". */
const ENDINGS =
  /^(e|y|al|ing|ion|ation|ition|ication|ment|ance|ence|ery|age|ship|ure|tion|sion|ssion|)$/;

/** Whether a noun names what the verb, in its base form, does: a referral of "refer", an audit of "audit", an admission of "admit". */
export function isNounOfDeed(noun: string, verb: string): boolean {
  if (noun === verb || IRREGULAR.get(verb) === noun) return true;
  if (verb.length < 4) return false;
  return stemsOf(verb).some(
    (stem) => noun.startsWith(stem) && ENDINGS.test(noun.slice(stem.length)),
  );
}

/** "certif" of "certify", "admi" of "admit", "referr" of "refer". */
function stemsOf(verb: string): string[] {
  const last = verb.at(-1) ?? '';
  const stem = verb.replace(/[ey]$/, '');
  const doubled = /[^aeiou][aeiou][lrtpn]$/.test(verb) ? [`${verb}${last}`] : [];
  const cut = /([ai]t|[ai]d|[eu]de|ide|nd)$/.test(verb) ? [verb.replace(/[dt]e?$/, '')] : [];
  return [stem, ...doubled, ...cut];
}
