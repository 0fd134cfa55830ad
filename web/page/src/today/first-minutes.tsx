import { useStored } from '../api/stored.ts';
import { useWords } from '../i18n/language.tsx';
import { FIRST_STEPS, TICKS_KEY, ticksOf } from './first-minutes-ticks.ts';
import type { FirstStep } from './first-minutes-ticks.ts';
import { todayWords } from './words.ts';

const LABELS = {
  nudge: 'stepNudge',
  answer: 'stepAnswer',
  node: 'stepNode',
  story: 'stepStory',
  dryRun: 'stepDryRun',
  redate: 'stepRedate',
} as const satisfies Record<FirstStep, string>;

/** Ticks itself as things are done; gone when dismissed. */
export function FirstMinutes() {
  const words = useWords(todayWords);
  const [ticks, setTicks] = useStored(TICKS_KEY);
  const [hidden, hide] = useStored('first-minutes-hidden');
  const done = ticksOf(ticks);
  if (hidden !== null) return null;
  return (
    <section className="first-minutes" aria-labelledby="first-minutes">
      <h2 id="first-minutes">
        {words.firstTitle}{' '}
        <span className="quiet">
          {done.length}/{FIRST_STEPS.length}
        </span>
      </h2>
      <ol>
        {FIRST_STEPS.map((step) => (
          <li key={step} data-done={done.includes(step)}>
            <span aria-hidden="true">{done.includes(step) ? '☑' : '☐'}</span> {words[LABELS[step]]}
            {done.includes(step) && <span className="visually-hidden"> ✓</span>}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          hide('1');
          setTicks(null);
        }}
      >
        {words.hide}
      </button>
    </section>
  );
}
