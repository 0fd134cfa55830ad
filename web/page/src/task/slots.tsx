import { Segmented, Select } from 'antd';
import { useState } from 'react';
import type { TaskStory } from '../../../api.ts';
import { cycleText, longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { dutyWords, outcomeWords } from '../i18n/vocabulary.ts';
import { Nothing } from '../shell/loading.tsx';
import { useOpenedAt } from './scroll-to.ts';
import { taskWords } from './words.ts';

type Slot = TaskStory['slots'][number];
type Part = 'all' | 'past' | 'coming';

const isComing = ({ outcome }: Slot) => outcome === 'planned' || outcome === 'queued' || outcome === 'sending';

function SlotRow({ slot }: { slot: Slot }) {
  const words = useWords(taskWords);
  const duties = useWords(dutyWords);
  const outcomes = useWords(outcomeWords);
  const tone =
    slot.outcome === 'sent' || slot.outcome === 'merged'
      ? 'green'
      : slot.outcome === 'undeliverable'
        ? 'red'
        : slot.outcome === 'held'
          ? 'yellow'
          : isComing(slot)
            ? 'blue'
            : 'grey';
  const source = `entry-message-${slot.deliveryId}`;
  const outcome = <span className={`chip chip-${tone}`}>{outcomes[slot.outcome]}</span>;
  return (
    <tr data-outcome={slot.outcome} className={isComing(slot) ? 'slot-coming' : undefined}>
      <td data-label={words.when} className="short">
        {longMomentText(slot.at)}
        {slot.provisional && <span className="chip chip-yellow">{words.provisional}</span>}
      </td>
      <td data-label={words.unit} data-slot-unit>
        {slot.unit}
      </td>
      <td data-label={words.duty} className="slot-duty">
        {words.dutyOf(cycleText(slot.cycle), duties[slot.duty])}
      </td>
      <td data-label={words.rule} title={slot.rule}>
        {slot.rungLabel}
        {slot.ruleLabel !== slot.rungLabel && <span className="quiet"> {slot.ruleLabel}</span>}
      </td>
      <td data-label={words.outcome}>
        {slot.deliveryId === null ? (
          outcome
        ) : (
          <a
            href={`#${source}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(source)?.scrollIntoView({ block: 'center' });
            }}
          >
            {outcome}
          </a>
        )}
        {slot.reason !== null && <span className="quiet"> {slot.reason}</span>}
      </td>
    </tr>
  );
}

export function Slots({ slots }: { slots: Slot[] }) {
  const words = useWords(taskWords);
  const box = useOpenedAt<HTMLDivElement>('.slot-coming');
  const [part, setPart] = useState<Part>('all');
  const [unit, setUnit] = useState('');
  const units = [...new Set(slots.map((slot) => slot.unit))];
  const shown = slots
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .filter(
      (slot) => (unit === '' || slot.unit === unit) && (part === 'all' || isComing(slot) === (part === 'coming')),
    );
  const heads = [words.when, words.unit, words.duty, words.rule, words.outcome];
  return (
    <section className="panel" data-testid="slots" aria-labelledby="slots-title">
      <div className="panel-head">
        <h2 id="slots-title">{words.slots}</h2>
        <span className="quiet">
          {words.slotsHint}({shown.length})
        </span>
        <span className="grow" />
        <Select
          className="slot-unit"
          size="small"
          aria-label={words.unit}
          value={unit}
          onChange={setUnit}
          options={[{ value: '', label: words.all }, ...units.map((name) => ({ value: name, label: name }))]}
        />
        <Segmented<Part>
          size="small"
          value={part}
          onChange={setPart}
          options={[
            { value: 'all', label: words.all },
            { value: 'past', label: words.past },
            { value: 'coming', label: words.coming },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <Nothing text={words.noSlots} />
      ) : (
        <div className="task-list" ref={box} tabIndex={0} role="region" aria-label={words.slots}>
          <table className="facts facts-cards slot-rows">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((slot, index) => (
                <SlotRow key={`${slot.at} ${slot.unit} ${slot.duty} ${slot.cycle} ${slot.rung} ${index}`} slot={slot} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
