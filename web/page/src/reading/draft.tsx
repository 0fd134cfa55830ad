import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/language.tsx';
import { BasicsPart } from './basics-part.tsx';
import { ChangesPart } from './changes-part.tsx';
import { editWords } from './edit-words.ts';
import { PhasesPart } from './phases-part.tsx';
import { elementOf, type Part } from './places.ts';
import { QuestionsPart } from './questions-part.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { SourceText } from './source-text.tsx';
import { TargetsPart } from './targets-part.tsx';
import { TasksPart } from './tasks-part.tsx';
import { UnitsPart } from './units-part.tsx';
import { readingWords } from './words.ts';

interface Props {
  part: Part;
  show: (part: Part) => void;
  /** The text is a part of its own where there is no room beside the draft. */
  withText: boolean;
}

const CONTENT: Record<Part, () => React.ReactNode> = {
  questions: () => <QuestionsPart />,
  basics: () => <BasicsPart />,
  tasks: () => <TasksPart />,
  phases: () => <PhasesPart />,
  targets: () => <TargetsPart />,
  units: () => <UnitsPart />,
  changes: () => <ChangesPart />,
  text: () => <SourceText />,
};

/** What was read, part by part; a passage chosen in the text shows its field here. */
export function Draft({ part, show, withText }: Props) {
  const words = useWords(readingWords);
  const edits = useWords(editWords);
  const { view, chosen } = useReadingDesk();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen?.from !== 'text' || root.current === null) return;
    elementOf(root.current, chosen.path)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [chosen, part]);
  const kept = (list: string, count: number): number =>
    count - view.removed.filter((path) => path.startsWith(`/${list}/`)).length;
  const open = view.questions.filter(({ state }) => state === 'open').length;
  const counts: Partial<Record<Part, number>> = {
    questions: open,
    tasks: kept('tasks', view.plan.tasks.length),
    phases: kept('phases', view.plan.phases.length),
    targets: kept('targets', view.plan.targets.length),
    units: view.plan.units.length,
    changes: view.acts.length,
  };
  const parts: Part[] = [
    'questions',
    'tasks',
    'phases',
    'targets',
    'units',
    'basics',
    ...(view.acts.length > 0 || part === 'changes' ? ['changes' as const] : []),
    ...(withText ? ['text' as const] : []),
  ];
  return (
    <section className="panel draft" ref={root} aria-label={words.draft}>
      <div className="draft-parts" role="tablist" aria-label={words.parts}>
        {parts.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === part}
            data-part={each}
            onClick={() => show(each)}
          >
            {each === 'changes' ? edits.changes : words[each]}
            {counts[each] !== undefined && <b data-open={each === 'questions' && open > 0}>{counts[each]}</b>}
          </button>
        ))}
      </div>
      <div role="tabpanel" className="draft-part" data-part={part}>
        {CONTENT[part]()}
      </div>
    </section>
  );
}
