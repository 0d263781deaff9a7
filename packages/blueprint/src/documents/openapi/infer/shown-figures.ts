import type { Figure } from '@quantumlayer/contracts';
import { isTokenName } from './names.ts';

const FIGURES: readonly [RegExp, Figure][] = [
  [
    /^(total|totalcount|totalitems|totalelements|totalresults|totalrecords|totalrows|numberofitems|itemcount|resultcount|totalhits)$/,
    'total',
  ],
  [/^(count|size|returned|numitems|length|numberofelements)$/, 'count'],
  [/^(page|pagenumber|currentpage|pageno|pageindex)$/, 'page'],
  [/^(limit|pagesize|perpage|pagelimit|itemsperpage)$/, 'size'],
  [/^(pages|totalpages|pagecount|lastpage|numpages)$/, 'pages'],
  [/^(offset|skip|start)$/, 'offset'],
  [
    /^(next|nextcursor|nextpagetoken|nexttoken|cursor|nextpage|endcursor|continuation|continuationtoken)$/,
    'next',
  ],
  [/^(hasmore|hasnext|more|hasnextpage)$/, 'more'],
  [/^link$/, 'links'],
  [
    /^(accepted|inserted|imported|stored|received|affected|deleted|removed|created|updated)(count)?$/,
    'count',
  ],
  [/^(expiresin|expires|expiry|ttl)$/, 'expires'],
  [/^(now|time|timestamp|servertime|date)$/, 'now'],
  [/^(result|answer|sum|value|output)$/, 'result'],
];

/** What a name in an answer stands for, of what is at hand. */
export function figureOf(
  own: string,
  at: readonly Figure[],
  siblings: readonly string[] = [],
): Figure | null {
  if (at.includes('token') && isTokenName(own) && !/^refresh/.test(own)) return 'token';
  const found =
    FIGURES.find(([pattern, figure]) => pattern.test(own) && at.includes(figure))?.[1] ?? null;
  const hasTotal = siblings.some((each) => each.startsWith('total'));
  if (found === 'count' && at.includes('total') && !hasTotal) return 'total';
  const isTotal = /count$|^total|^num/.test(own);
  if (found === null && at.includes('total') && isTotal) return 'total';
  if (found === null && at.includes('count') && isTotal) return 'count';
  return found;
}
