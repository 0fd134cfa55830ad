import type { Light } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { lightWords } from '../i18n/vocabulary.ts';
import { LightMark } from './light-mark.tsx';
import { todayWords } from './words.ts';

const LIGHTS: Light[] = ['red', 'yellow', 'blue', 'green', 'grey'];

export function Legend() {
  const words = useWords(todayWords);
  const lights = useWords(lightWords);
  return (
    <ul className="legend" aria-label={words.legend}>
      <li>
        <LightMark light="green" role="lead" />
        {words.lead}
      </li>
      <li>
        <LightMark light="green" role="responsible" />
        {words.responsible}
      </li>
      {LIGHTS.map((light) => (
        <li key={light}>
          <LightMark light={light} role="responsible" />
          {lights[light]}
        </li>
      ))}
      <li>
        <LightMark light="red" role="responsible" unconfirmed />
        {words.unconfirmed}
      </li>
    </ul>
  );
}
