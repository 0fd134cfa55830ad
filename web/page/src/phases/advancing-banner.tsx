import { Button } from 'antd';
import type { PhaseStripItem, Today } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { phaseWords } from './words.ts';

interface Props {
  planId: string;
  advancing: NonNullable<Today['advancing']>;
  /** The plan's clock. */
  now: string;
  phases: PhaseStripItem[];
  mayUndo: boolean;
}

/** The undo window: nothing goes out while this stands. */
export function AdvancingBanner({ planId, advancing, now, phases, mayUndo }: Props) {
  const words = useWords(phaseWords);
  const act = useAct();
  const seconds = Math.max(0, Math.floor((Date.parse(advancing.until) - Date.parse(now)) / 1000));
  const to = phases.find(({ kind }) => kind === advancing.to)?.name ?? advancing.to;
  return (
    <div className="advancing" role="status" data-testid="advancing">
      <span>
        {words.advancing(to, advancing.by)},
        {seconds === 0 ? words.closed : words.left(Math.floor(seconds / 60), seconds % 60)}。
      </span>
      {mayUndo && seconds > 0 && (
        <Button
          size="small"
          danger
          loading={act.isPending}
          onClick={() => act.mutate({ path: `/plans/${planId}/undo` })}
        >
          {words.undo}
        </Button>
      )}
    </div>
  );
}
