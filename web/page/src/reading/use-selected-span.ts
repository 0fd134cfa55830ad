import { useEffect, useState, type RefObject } from 'react';
import type { Span } from '../../../../domain/document/types.ts';

/** What is selected inside the element whose pieces carry their place as `data-start`; null for nothing. */
export function useSelectedSpan(root: RefObject<HTMLElement | null>): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    const changed = () => setSpan(root.current === null ? null : spanIn(root.current, document.getSelection()));
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [root]);
  return span;
}

function spanIn(root: HTMLElement, selection: Selection | null): Span | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) => range.intersectsNode(piece));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return null;
  const placeOf = (piece: HTMLElement, node: Node, offset: number, otherwise: number): number =>
    Number(piece.dataset['start']) + (node.nodeType === Node.TEXT_NODE && piece.contains(node) ? offset : otherwise);
  const start = placeOf(first, range.startContainer, range.startOffset, 0);
  const end = placeOf(last, range.endContainer, range.endOffset, last.textContent.length);
  return start < end ? { start, end } : null;
}
