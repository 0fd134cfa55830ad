import type { BriefSection, BriefSentence, BriefView } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { AddSentence } from './add-sentence.tsx';
import { standing } from './numbering.ts';
import { Sentence } from './sentence.tsx';
import { briefWords } from './words.ts';

interface Props {
  brief: BriefView;
  section: BriefSection;
  numeral: string | null;
  openSource: (sentence: BriefSentence) => void;
}

/** A section with its sentences; 上期事项 stands beside what became of it. Without a sentence it is there only to be added to. */
export function PaperSection({ brief, section, numeral, openSource }: Props) {
  const words = useWords(briefWords);
  const { key, heading, sentences } = section;
  const { edit } = brief.can;
  if (sentences.length === 0 && !edit) return null;
  const kept = standing(section);
  const numbered = key !== 'overall' && key !== 'previous' && kept.length > 1;
  const headingId = `section-${key}`;
  return (
    <section className={`paper-section paper-${key}`} aria-labelledby={headingId} data-empty={kept.length === 0}>
      <h3 id={headingId}>{numeral === null ? heading : `${numeral}、${heading}`}</h3>
      {key === 'previous' && sentences.length > 0 && (
        <p className="previous-head quiet" data-edit={edit} aria-hidden="true">
          <span>{words.said}</span>
          <span>{words.became}</span>
        </p>
      )}
      {kept.length === 0 && <p className="quiet">{words.emptySection}</p>}
      {sentences.length > 0 && (
        <ol className="sentences">
          {sentences.map((sentence) => (
            <Sentence
              key={sentence.id}
              brief={brief}
              sentence={sentence}
              number={numbered ? (sentence.dropped ? '' : `${kept.indexOf(sentence) + 1}.`) : null}
              openSource={openSource}
            />
          ))}
        </ol>
      )}
      {edit && key !== 'previous' && <AddSentence briefId={brief.id} section={key} heading={heading} />}
    </section>
  );
}
