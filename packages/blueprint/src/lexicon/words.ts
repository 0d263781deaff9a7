/** A set of words written as one string. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** Phrases written as one string, in the order in which they are tried. */
export function phrases(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}

export const DETERMINERS = words(
  'a an the its their his her our my your some any each every all this that these those both another other such either own respective corresponding whose',
);
export const QUANTIFIERS = words(
  'many multiple several numerous various lots plenty few two three four five six seven eight nine ten',
);
export const CONNECTORS = words(
  'and plus also then as well besides additionally furthermore moreover but finally',
);
export const PREPOSITIONS = words(
  'of to in on at by for from with without into within under over between per through via during about as against among across before after until than like onto upon towards including such along near beside inside',
);
export const RELATIVES = words('which that who whom whose where when');
/** Words that add nothing to the name of a thing. */
export const VAGUE = words(
  `simple basic new short nice certain specific different own respective relevant usual typical following main
  just only also optionally always actually really basically currently usually typically obviously normally mostly e.g i.e etc
  associated corresponding related detailed standard particular individual separate single given quick same
  little bit sort kind-of lightweight small tiny minimal`,
);
export const BE = words("is are be was were being been isn't aren't");
export const MODALS = words(
  "must should shall can could may might will would cannot can't needs need has have ought",
);

/** Words of a connection between phrases: a gap made of these alone is no missed content. */
export const FUNCTION_WORDS = words(
  `a an the its their his her our my your some any each every all this that these those both another such either own
  and or plus also then as well but of to until till in on at by for from with within per about which who whom whose where when
  is are be was were being been it they them he she we i you us me one there here has have had having having contain
  contains containing include includes including must should shall can could may might will would need needs want wants
  like please so too just only always so-called etc e.g i.e namely following field fields attribute attributes property
  properties column columns entity entities record records information info data details detail called named respectively
  exactly other do does not if else hi hello hey dear thanks thank cheers regards sincerely faithfully ok okay yes additionally furthermore moreover finally besides
  basically really very quite belong belongs belonging references reference refers refer points reports relates relate links link part
  through via many-to-many relationship relation relationships relations schema either whether`,
);
