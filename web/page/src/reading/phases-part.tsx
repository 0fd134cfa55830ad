import { useWords } from '../i18n/language.tsx';
import { ListPart } from './list-part.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

export function PhasesPart() {
  const words = useWords(readingWords);
  const { view } = useReadingDesk();
  return (
    <ListPart
      list="phases"
      entries={view.plan.phases}
      none={words.noPhases}
      columns={[
        { key: 'name', label: words.phaseName, strong: true },
        { key: 'kind', label: words.phaseKind },
        { key: 'start', label: words.start },
        { key: 'end', label: words.end },
        { key: 'duties', label: words.duties },
      ]}
    />
  );
}
