import { Button } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { changedWords } from './changed-words.ts';
import { briefWords } from './words.ts';

/** The sentence as it was drafted, with what a person changed. */
export function DerivedWords({ derived, text, restore }: { derived: string; text: string; restore?: () => void }) {
  const words = useWords(briefWords);
  const { before, was, is, after } = changedWords(derived, text);
  return (
    <p className="derived quiet" data-testid="derived">
      {words.derived}:{before}
      {was !== '' && <del>{was}</del>}
      {is !== '' && <ins>{is}</ins>}
      {after}{' '}
      {restore !== undefined && (
        <Button type="link" size="small" onClick={restore}>
          {words.restoreDerived}
        </Button>
      )}
    </p>
  );
}
