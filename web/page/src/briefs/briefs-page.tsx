import { Button } from 'antd';
import { useBriefs } from '../api/brief-queries.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { usePlan } from '../shell/plan-choice.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { Archive } from './archive.tsx';
import { Brief } from './brief.tsx';
import { briefWords } from './words.ts';
import './briefs.css';
import './paper.css';
import './print.css';

/** 简报: those of a plan, and one of them whole; without a choice the newest. */
export function BriefsPage({ briefId }: { briefId: string | null }) {
  const words = useWords(briefWords);
  const shell = useWords(shellWords);
  const choice = usePlan();
  const list = useBriefs(choice.plan?.id ?? null);
  const act = useAct();
  if (choice.plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (list.data === undefined)
    return list.error === null ? <Loading /> : <Failed error={list.error} again={() => void list.refetch()} />;
  const { planId, briefs, can } = list.data;
  const shown = briefId ?? briefs[0]?.id ?? null;
  const draftNew = can.draft && briefs.every(({ status }) => status === 'released') && (
    <Button
      type="primary"
      data-testid="draft-brief"
      loading={act.isPending}
      onClick={() => act.mutate({ path: `/plans/${planId}/briefs` }, { onSuccess: () => go('briefs') })}
    >
      {words.draftNew}
    </Button>
  );
  const choose = (id: string) => {
    choice.choose(id);
    go('briefs');
  };
  return (
    <>
      <PageHead title={words.title} among={{ ...choice, choose }}>
        {briefs.length > 0 && draftNew}
      </PageHead>
      {shown === null ? (
        <section className="panel">
          <Nothing text={can.draft ? words.noneYet : words.noneReleased}>{draftNew}</Nothing>
        </section>
      ) : (
        <div className="brief-layout">
          {briefs.length > 0 && <Archive briefs={briefs} current={shown} />}
          <Brief key={shown} briefId={shown} />
        </div>
      )}
    </>
  );
}
