import { useWords } from '../i18n/language.tsx';
import { ListPart } from './list-part.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { labelWords } from './label-words.ts';

export function TargetsPart() {
  const words = useWords(labelWords);
  const { view } = useReadingDesk();
  return (
    <ListPart
      list="targets"
      entries={view.plan.targets}
      none={words.noTargets}
      columns={[
        { key: 'name', label: words.targetName, strong: true },
        { key: 'comparator', label: words.comparator },
        { key: 'value', label: words.value },
        { key: 'unit', label: words.targetUnit },
        { key: 'by', label: words.by },
        { key: 'scope', label: words.scope },
      ]}
    />
  );
}
