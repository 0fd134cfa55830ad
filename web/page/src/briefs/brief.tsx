import { useState } from 'react';
import type { BriefSentence } from '../../../api.ts';
import { useBrief } from '../api/brief-queries.ts';
import { Failed, Loading } from '../shell/loading.tsx';
import { BriefToolbar } from './brief-toolbar.tsx';
import { DirectiveDialog } from './directive-dialog.tsx';
import { Paper } from './paper.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { SourcesDrawer } from './sources-drawer.tsx';

/** One brief: what may be done with it, the paper itself, and what opens from it. */
export function Brief({ briefId }: { briefId: string }) {
  const query = useBrief(briefId);
  const [source, setSource] = useState<BriefSentence | null>(null);
  const [directive, setDirective] = useState<{ about: BriefSentence | null } | null>(null);
  // The hash of what was on the page when 核发 was pressed: a change by somebody else meanwhile is refused.
  const [readHash, setReadHash] = useState<string | null>(null);
  const brief = query.data;
  if (brief === undefined)
    return query.error === null ? <Loading /> : <Failed error={query.error} again={() => void query.refetch()} />;
  const direct = (about: BriefSentence | null) => {
    setSource(null);
    setDirective({ about });
  };
  return (
    <div className="stack brief">
      <BriefToolbar brief={brief} release={() => setReadHash(brief.hash)} direct={() => direct(null)} />
      <Paper brief={brief} openSource={setSource} />
      <SourcesDrawer
        briefId={briefId}
        sentence={source}
        close={() => setSource(null)}
        direct={brief.can.direct ? direct : null}
      />
      <ReleaseDialog brief={brief} readHash={readHash} close={() => setReadHash(null)} />
      <DirectiveDialog
        briefId={briefId}
        about={directive?.about ?? null}
        open={directive !== null}
        close={() => setDirective(null)}
      />
    </div>
  );
}
