import { foldGutter, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, ViewPlugin } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { styleNonce } from '#lib/style-nonce.ts';
import { languageOf } from './code-languages.ts';

/** The tokens of the page, so that both themes are right without another set of colours. */
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--accent)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--succeeded)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--waiting)' },
  { tag: [tags.comment], color: 'var(--gray-9)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.className], color: 'var(--running)' },
  { tag: [tags.propertyName, tags.attributeName], color: 'var(--gray-12)' },
  { tag: [tags.heading], fontWeight: '600' },
]);

const theme = EditorView.theme({
  '&': { fontSize: '12px', backgroundColor: 'transparent', color: 'var(--gray-12)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '20px', maxHeight: '70vh' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--gray-10)', border: 'none' },
  '.cm-panels': { backgroundColor: 'var(--gray-3)', color: 'var(--gray-12)' },
});

/** What scrolls must be reachable by keyboard. */
const focusableScroller = ViewPlugin.define((view) => {
  view.scrollDOM.tabIndex = 0;
  return {};
});

/** What every view of a file has: colours, numbers, folding, search, and no editing. */
export async function readOnly(path: string, label = `Content of ${path}`): Promise<Extension[]> {
  const language = await languageOf(path);
  return [
    EditorView.cspNonce.of(styleNonce()),
    EditorState.readOnly.of(true),
    lineNumbers(),
    foldGutter(),
    search({ top: true }),
    highlightSelectionMatches(),
    keymap.of(searchKeymap),
    syntaxHighlighting(highlight),
    theme,
    focusableScroller,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    language,
  ];
}
