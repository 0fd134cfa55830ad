import { App, Button } from 'antd';
import type { PlanRow } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { planWords } from './words.ts';

export function StartButton({ plan, started }: { plan: PlanRow; started?: () => void }) {
  const words = useWords(planWords);
  const { modal } = App.useApp();
  const act = useAct();
  const ask = () =>
    void modal.confirm({
      title: words.startTitle,
      content: words.startText(plan.title),
      okText: words.confirm,
      cancelText: words.cancel,
      onOk: () =>
        act.mutateAsync({ path: `/plans/${plan.id}/start` }).then(
          () => started?.(),
          () => undefined,
        ),
    });
  return (
    <Button size="small" type="primary" loading={act.isPending} onClick={ask}>
      {words.start}
    </Button>
  );
}
