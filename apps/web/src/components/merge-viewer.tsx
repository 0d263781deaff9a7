'use client';

import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { readOnly } from './code-extensions.ts';

const WIDE = '(min-width: 48rem)';
const COLLAPSE = { margin: 3, minSize: 6 };

/** Words that changed are underlined: one more tint below them would take the contrast of the letters. */
const colours = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--failed-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine': { backgroundColor: 'var(--succeeded-soft)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px var(--failed)',
  },
  '&.cm-merge-b .cm-changedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px var(--succeeded)',
  },
  '.cm-scroller': { maxHeight: 'none' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"" !important' },
  '.cm-collapsedLines': {
    background: 'var(--gray-3)',
    color: 'var(--gray-11)',
    fontFamily: 'var(--font-sans)',
  },
});

/** Before `readOnly`, whose theme they override. */
const wrapped = [colours, EditorView.lineWrapping];

type MergeViewerProps = { path: string; before: string; after: string };

/** Two states of a file, side by side where there is room, word by word. Loaded when it is first needed. */
export function MergeViewer({ path, before, after }: MergeViewerProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const isWide = window.matchMedia(WIDE).matches;
    const view = isWide ? sideBySide(parent) : oneBelowTheOther(parent);
    return () => view.destroy();

    function sideBySide(place: HTMLElement) {
      return new MergeView({
        parent: place,
        a: { doc: before, extensions: [...wrapped, readOnly(path, `${path} before`)] },
        b: { doc: after, extensions: [...wrapped, readOnly(path, `${path} after`)] },
        collapseUnchanged: COLLAPSE,
        gutter: true,
      });
    }

    function oneBelowTheOther(place: HTMLElement) {
      const extensions = [
        ...wrapped,
        readOnly(path, `Changes of ${path}`),
        unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: COLLAPSE }),
      ];
      const state = EditorState.create({ doc: after, extensions });
      return new EditorView({ parent: place, state });
    }
  }, [path, before, after]);
  return <div ref={host} className="max-h-[75vh] overflow-auto" />;
}
