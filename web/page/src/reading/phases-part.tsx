import { kindOfPhase } from '../../../../domain/plan/phase-kind.ts';
import { PHASE_KINDS } from '../../../../domain/plan/types.ts';
import { useWords } from '../i18n/language.tsx';
import { AddEntry } from './add-entry.tsx';
import { ListPart } from './list-part.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { editWords } from './edit-words.ts';
import { labelWords } from './label-words.ts';

export function PhasesPart() {
  const words = useWords(labelWords);
  const edits = useWords(editWords);
  const { view, change, choose } = useReadingDesk();
  const { plan, order, removed } = view;
  const full = order.phases.length - removed.filter((path) => path.startsWith('/phases/')).length >= PHASE_KINDS.length;
  const add = (name: string, done: () => void) => {
    const kept = order.phases.filter((at) => !removed.includes(`/phases/${at}`));
    const kind = kindOfPhase(name, kept.length, kept.length + 1) ?? 'implementation';
    const rank = PHASE_KINDS.indexOf(kind);
    const after = kept.filter((at) => PHASE_KINDS.indexOf(plan.phases[at]?.kind ?? kind) <= rank).at(-1) ?? null;
    change(
      [
        { path: '/phases/-', now: { name, kind } },
        { path: '/phases/-/after', now: after },
      ],
      () => {
        done();
        choose(`/phases/${plan.phases.length}`, 'text');
      },
    );
  };
  return (
    <div className="stack">
      <ListPart
        list="phases"
        entries={plan.phases}
        order={order.phases}
        none={words.noPhases}
        columns={[
          { key: 'name', label: words.phaseName, strong: true },
          { key: 'kind', label: words.phaseKind },
          { key: 'start', label: words.start },
          { key: 'end', label: words.end },
          { key: 'duties', label: words.duties },
        ]}
      />
      {view.can.edit && full && <p className="quiet">{edits.phasesFull}</p>}
      {view.can.edit && !full && <AddEntry label={edits.addPhase} named={edits.newPhase} add={add} />}
    </div>
  );
}
