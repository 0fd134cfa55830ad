import { Segmented } from 'antd';
import type { Me } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { useSelection } from '../today/selection.ts';
import { viewerRole } from './viewer.ts';
import type { ViewerRole } from './viewer.ts';
import { shellWords } from './words.ts';

/** The demo's 我是. As a liaison one becomes the person whose inbox is open in the phone frame. */
export function ActingAs({ me }: { me: Me }) {
  const words = useWords(shellWords);
  const act = useAct();
  const { personId } = useSelection();
  const become = (role: ViewerRole) => {
    const body = role === 'liaison' && personId !== null ? { personId } : { role };
    act.mutate({ path: '/demo/as', body, quiet: true, leadsTo: role === 'liaison' ? 'inbox' : 'today' });
  };
  return (
    <div className="acting-as">
      <span id="acting-as">{words.iAm}</span>
      <Segmented<ViewerRole>
        aria-labelledby="acting-as"
        value={viewerRole(me)}
        disabled={act.isPending}
        onChange={become}
        options={[
          { value: 'coordinator', label: words.coordinator },
          { value: 'liaison', label: words.liaison },
          { value: 'leader', label: words.leader },
        ]}
      />
    </div>
  );
}
