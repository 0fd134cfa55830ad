import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../i18n/language.tsx';
import { AddSelected } from './add-selected.tsx';
import { PlainText } from './plain-text.tsx';
import { spansOf } from './places.ts';
import { useReadingDesk } from './reading-context.tsx';
import { segmentsOf } from './segments.ts';
import { useSelectedSpan } from './use-selected-span.ts';
import { readingWords } from './words.ts';

/** The document as printed: what was read of it is underlined, what is asked about in amber, what is chosen lit. */
export function SourceText() {
  const words = useWords(readingWords);
  const { view, chosen, choose } = useReadingDesk();
  const root = useRef<HTMLDivElement>(null);
  const selected = useSelectedSpan(root);
  const { text, anchors, questions } = view;
  const segments = useMemo(() => {
    const asked = questions.flatMap(({ id, anchor, state }) =>
      anchor === null || state !== 'open' ? [] : [[`?${id}`, anchor] as const],
    );
    return segmentsOf(text, { ...anchors, ...Object.fromEntries(asked) });
  }, [text, anchors, questions]);
  const lit = chosen === null ? [] : spansOf(view, chosen.path);
  useEffect(() => {
    if (chosen?.from !== 'draft') return;
    const pane = root.current;
    const first = pane?.querySelector<HTMLElement>('[data-lit="true"]') ?? null;
    if (pane === null || first === null) return;
    // Beside the draft the pane alone moves.
    if (pane.scrollHeight > pane.clientHeight) pane.scrollTop = first.offsetTop - pane.clientHeight / 3;
    else first.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [chosen]);
  return (
    <>
      <div
        className="source-text"
        ref={root}
        data-testid="source-text"
        tabIndex={0}
        role="document"
        aria-label={words.text}
      >
        {segments.map(({ start, end, text: piece, paths }) => {
          const [path] = paths;
          if (path === undefined) return <PlainText key={start} text={piece} start={start} />;
          const field = paths.find((one) => !one.startsWith('?')) ?? path;
          return (
            <span
              key={start}
              role="button"
              tabIndex={-1}
              className="anchored"
              data-start={start}
              data-anchor={field}
              data-asked={paths.some((one) => one.startsWith('?'))}
              data-lit={lit.some((span) => span.start <= start && span.end >= end)}
              onClick={() => {
                if (document.getSelection()?.isCollapsed !== false) choose(field, 'text');
              }}
            >
              {piece}
            </span>
          );
        })}
      </div>
      {selected !== null && view.can.edit && <AddSelected span={selected} />}
    </>
  );
}
