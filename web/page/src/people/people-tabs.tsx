import { useUndelivered } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { hrefOf } from '../shell/route.ts';
import { Outages } from './outages.tsx';
import { peopleWords } from './words.ts';

/** 联络人, 未送达 and 报送负担, with how many did not arrive; what no channel can do at the moment stands above all. */
export function PeopleTabs({ planId, current }: { planId: string; current: 'people' | 'undelivered' | 'burden' }) {
  const words = useWords(peopleWords);
  const undelivered = useUndelivered(planId);
  const count = undelivered.data?.rows.length ?? 0;
  const tabs = [
    { page: 'people' as const, label: words.tabContacts, badge: 0 },
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
