'use client';

import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useMediaQuery } from '#lib/use-media-query.ts';
import { readOnly } from './code-extensions.ts';
import { showWhenReady } from './show-when-ready.ts';

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
  const isWide = useMediaQuery(WIDE);
  useEffect(() => {
    return showWhenReady(host.current, (parent) =>
      isWide ? sideBySide(parent) : oneBelowTheOther(parent),
    );

    async function sideBySide(parent: HTMLElement) {
      const [old, now] = await Promise.all([
        readOnly(path, `${path} before`),
        readOnly(path, `${path} after`),
      ]);
      const a = { doc: before, extensions: [...wrapped, old] };
      const b = { doc: after, extensions: [...wrapped, now] };
      return () => new MergeView({ parent, a, b, collapseUnchanged: COLLAPSE, gutter: true });
    }

    async function oneBelowTheOther(parent: HTMLElement) {
      const extensions = [
        ...wrapped,
        await readOnly(path, `Changes of ${path}`),
        unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: COLLAPSE }),
      ];
      const state = EditorState.create({ doc: after, extensions });
      return () => new EditorView({ parent, state });
    }
  }, [path, before, after, isWide]);
  return <div ref={host} className="max-h-[75vh] overflow-auto" />;
}
