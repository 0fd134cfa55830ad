import { Button } from 'antd';
import { useState } from 'react';
import type { TaskStory } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { dateText, dayOf } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { completionWords, rankWords, roleWords } from '../i18n/vocabulary.ts';
import { useViewerRole } from '../shell/use-viewer-role.ts';
import { LightMark } from '../today/light-mark.tsx';
import { EvidenceFiles } from './evidence-files.tsx';
import { HeldActs } from './held-acts.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { reassignWords } from './reassign-words.ts';
import { RequestActs } from './request-acts.tsx';
import { requestWords } from './request-words.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { useAccept } from './use-accept.tsx';
import { taskWords } from './words.ts';

type Part = TaskStory['parts'][number];

function PartRow({ part, story }: { part: Part; story: TaskStory }) {
  const { taskId } = story;
  const words = useWords(taskWords);
  const roles = useWords(roleWords);
  const ranks = useWords(rankWords);
  const moving = useWords(reassignWords);
  const completions = useWords(completionWords);
  const requests = useWords(requestWords);
  const isUnsigned = part.request?.kind === 'completion' && part.request.signOff === 'waiting';
  const mayAct = useViewerRole() === 'coordinator';
  const act = useAct();
  const [returning, setReturning] = useState(false);
  const [move, setMove] = useState<'reassign' | 'keep' | null>(null);
  const mayMove = mayAct && story.status === 'open' && part.completion !== 'accepted' && part.completion !== 'claimed';
  const accepting = useAccept(taskId);
  const nudge = () => act.mutate({ path: `/tasks/${taskId}/nudge`, body: { partId: part.partId } });
  // What was accepted owes nothing any more, whatever its last period left open.
  const open = part.completion === 'accepted' ? [] : part.duties.filter(({ filedAt }) => filedAt === null);
  return (
    <tr data-part={part.partId}>
      <th scope="row">
        <span className="part-unit">
          <LightMark light={part.light} role={part.role} />
          <span>
            {part.unit}
            <span className="quiet">
              {' '}
              {roles[part.role]}
              {part.assumedLead ? words.assumed : ''}
            </span>
          </span>
        </span>
      </th>
      <td data-label={words.light}>
        {part.why}
        {part.dispute !== null && (
          <span className="quiet">{moving.disputed(part.dispute.by, part.dispute.reason)}</span>
        )}
      </td>
      <td
        data-label={words.progress}
        data-empty={
          part.progress === null &&
          part.lastWords === null &&
          !story.evidence.some(({ partId }) => partId === part.partId)
        }
      >
        {part.progress === null ? words.none : `${part.progress}%`}
        {part.figures.map(({ name, value, unit, on }) => (
          <span key={`${name} ${unit}`} className="quiet">
            {words.figure(name, `${value}${unit}`, dateText(on))}
          </span>
        ))}
        {part.lastWords !== null && <span className="quiet">“{part.lastWords}”</span>}
        <EvidenceFiles files={story.evidence.filter(({ partId }) => partId === part.partId)} />
      </td>
      <td data-label={words.receipt} data-empty={part.receiptAt === null} className="short">
        {part.receiptAt === null ? words.none : dayOf(part.receiptAt)}
      </td>
      <td data-label={words.duties} data-empty={open.length === 0}>
        {open.length === 0 ? (
          words.none
        ) : (
          <ul className="part-lines">
            {open.map(({ kind, cycle, label, dueOn }) => (
              <li key={`${kind} ${cycle}`}>
                {label} {words.dueOn(dateText(dueOn))}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={words.contacts}>
        {part.contacts.length === 0 ? (
          words.noContacts
        ) : (
          <ul className="part-lines part-contacts">
            {part.contacts.map(({ name, rank }) => (
              <li key={`${rank} ${name}`}>
                <span className="quiet">{ranks[rank]}</span> {name}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={words.completion} className="short">
        {completions[part.completion]}
        {part.request && (
          <span className="quiet">
            {' '}
            {part.request.signOff === 'waiting' || part.request.newDueOn === null
              ? part.request.signOff === 'waiting' && requests.awaitsSignOff
              : requests.awaitsDecision(dateText(part.request.newDueOn))}
          </span>
        )}
      </td>
      <td>
        <span className="row part-acts">
          {mayAct && part.canNudge && (
            <Button size="small" disabled={act.isPending} onClick={nudge}>
              {words.nudge}
            </Button>
          )}
          {mayAct && story.status === 'open' && part.held > 0 && <HeldActs taskId={taskId} partId={part.partId} />}
          <RequestActs part={part} taskId={taskId} mayDecide={mayAct} />
          {mayAct && part.completion === 'claimed' && !isUnsigned && (
            <Button
              size="small"
              type="primary"
              disabled={accepting.isPending}
              onClick={() => accepting.accept(part.partId)}
            >
              {words.accept}
            </Button>
          )}
          {mayAct && part.completion === 'claimed' && (
            <Button size="small" disabled={act.isPending} onClick={() => setReturning(true)}>
              {words.return}
            </Button>
          )}
          {mayMove && (
            <Button size="small" onClick={() => setMove('reassign')}>
              {moving.reassign}
            </Button>
          )}
          {mayMove && part.dispute !== null && (
            <Button size="small" onClick={() => setMove('keep')}>
              {moving.keep}
            </Button>
          )}
        </span>
        <ReassignDialog
          taskId={taskId}
          partId={part.partId}
          planId={story.planId}
          disputed={part.dispute !== null}
          mode={move}
          close={() => setMove(null)}
        />
        {accepting.dialog}
        <ReturnDialog taskId={taskId} partId={part.partId} open={returning} close={() => setReturning(false)} />
      </td>
    </tr>
  );
}

export function Parts({ story }: { story: TaskStory }) {
  const words = useWords(taskWords);
  const heads = [
    words.unit,
    words.light,
    words.progress,
    words.receipt,
    words.duties,
    words.contacts,
    words.completion,
  ];
  return (
    <section className="panel" aria-label={words.parts}>
      <table className="facts facts-cards" data-testid="parts">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{words.nudge}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {story.parts.map((part) => (
            <PartRow key={part.partId} part={part} story={story} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
