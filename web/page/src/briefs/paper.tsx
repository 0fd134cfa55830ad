import type { BriefSentence, BriefView } from '../../../api.ts';
import { longDayOf } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { sectionNumerals } from './numbering.ts';
import { PaperSection } from './paper-section.tsx';
import { briefWords } from './words.ts';

/** The brief as an official page: heading, office and day over a rule, the span, its sections. */
export function Paper({ brief, openSource }: { brief: BriefView; openSource: (sentence: BriefSentence) => void }) {
  const { title, office, planTitle, spanText, sections, releasedAt, cutoff } = brief;
  const words = useWords(briefWords);
  const numerals = sectionNumerals(sections);
  return (
    <article className="panel paper" data-testid="brief" data-status={brief.status} aria-label={title}>
      <header>
        <h2>【{title}】</h2>
        {brief.status === 'draft' && <p className="paper-draft">{words.draftPaper}</p>}
        <p className="paper-issuer">
          <span>{office}</span>
          <span>{longDayOf(releasedAt ?? cutoff, 'zh')}</span>
        </p>
      </header>
      <p className="paper-plan">{planTitle}</p>
      <p className="paper-span">{spanText}</p>
      {sections.map((section, index) => (
        <PaperSection
          key={section.key}
          brief={brief}
          section={section}
          numeral={numerals[index] ?? null}
          openSource={openSource}
        />
      ))}
    </article>
  );
}
