import { Radio } from 'antd';
import type { RedatePreview } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { planWords } from './words.ts';

type Mode = RedatePreview['mode'];

interface Props {
  mode: Mode;
  suggested: Mode;
  choose: (mode: Mode) => void;
}

const MODES: Mode[] = ['shift', 'rearrange', 'takeover', 'archive'];

export function RedateModes({ mode, suggested, choose }: Props) {
  const words = useWords(planWords);
  return (
    <Radio.Group
      className="redate-modes"
      aria-label={words.mode}
      value={mode}
      onChange={(event) => choose(event.target.value as Mode)}
    >
      {MODES.map((each) => (
        <Radio key={each} value={each}>
          <strong>{words[each]}</strong>
          {each === suggested && <span className="quiet">{words.default}</span>}
          <span className="quiet redate-hint">{words[`${each}Hint`]}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
