import { useUndelivered, useUnsigned } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { hrefOf } from '../shell/route.ts';
import { Outages } from './outages.tsx';
import { peopleWords } from './words.ts';

interface Props {
  planId: string;
  current: 'people' | 'unsigned' | 'undelivered' | 'burden';
}

/** 联络人, 未签收, 未送达 and 报送负担, with how many there are; what no channel can do at the moment stands above all. */
export function PeopleTabs({ planId, current }: Props) {
  const words = useWords(peopleWords);
  const undelivered = useUndelivered(planId);
  const count = undelivered.data?.rows.length ?? 0;
  const unsigned = useUnsigned(planId);
  const waiting = (unsigned.data ?? []).reduce((sum, { items }) => sum + items.length, 0);
  const tabs = [
    { page: 'people' as const, label: words.tabContacts, badge: 0 },
    { page: 'unsigned' as const, label: words.tabUnsigned, badge: waiting },
    { page: 'undelivered' as const, label: words.tabUndelivered, badge: count },
    { page: 'burden' as const, label: words.tabBurden, badge: 0 },
  ];
  return (
    <>
      <nav className="tabs" aria-label={words.tabs}>
        {tabs.map(({ page, label, badge }) => (
          <a key={page} href={hrefOf(page, planId)} aria-current={page === current ? 'page' : undefined}>
            {label}
            {badge > 0 && <b data-testid={`tab-${page}`}>{badge}</b>}
          </a>
        ))}
      </nav>
      <Outages outages={undelivered.data?.outages ?? []} />
    </>
  );
}
