import { useWords } from '../i18n/language.tsx';
import { shellWords } from './words.ts';

export function SecrecyFooter() {
  const words = useWords(shellWords);
  return (
    <footer className="page-foot">
      <span>{words.noSecrets}</span>
      <span>{words.everyLine}</span>
    </footer>
  );
}
