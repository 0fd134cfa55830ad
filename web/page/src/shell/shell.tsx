import type { Me } from '../../../api.ts';
import { useToday } from '../api/queries.ts';
import { AmendmentsPage } from '../amendments/amendments-page.tsx';
import { BriefsPage } from '../briefs/briefs-page.tsx';
import { useWords } from '../i18n/language.tsx';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { BurdenPage } from '../people/burden-page.tsx';
import { PeoplePage } from '../people/people-page.tsx';
import { UndeliveredPage } from '../people/undelivered-page.tsx';
import { UnsignedPage } from '../people/unsigned-page.tsx';
import { PhasesPage } from '../phases/phases-page.tsx';
import { PlansPage } from '../plans/plans-page.tsx';
import { ReadingPage } from '../reading/reading-page.tsx';
import { TaskPage } from '../task/task-page.tsx';
import { TasksPage } from '../task/tasks-page.tsx';
import { FirstMinutes } from '../today/first-minutes.tsx';
import { TodayPage } from '../today/today-page.tsx';
import { Navigation } from './navigation.tsx';
import { usePlan } from './plan-choice.tsx';
import { useRoute } from './route.ts';
import type { Route } from './route.ts';
import { SecrecyFooter } from './secrecy-footer.tsx';
import { entryOf, HOME_OF, pagesOf, viewerRole } from './viewer.ts';
import { shellWords } from './words.ts';

function Content({ me, route }: { me: Me; route: Route }) {
  switch (route.page) {
    case 'today':
      return <TodayPage me={me} />;
    case 'tasks':
      return <TasksPage />;
    case 'task':
      return <TaskPage taskId={route.id ?? ''} />;
    case 'briefs':
      return <BriefsPage briefId={route.id} />;
    case 'phases':
      return <PhasesPage />;
    case 'people':
      return <PeoplePage planId={route.id} />;
    case 'undelivered':
      return <UndeliveredPage planId={route.id} />;
    case 'burden':
      return <BurdenPage planId={route.id} />;
    case 'unsigned':
      return <UnsignedPage planId={route.id} />;
    case 'plans':
      return <PlansPage />;
    case 'reading':
      return <ReadingPage key={route.id} readingId={route.id ?? ''} />;
    case 'amendments':
      return <AmendmentsPage key={route.id} planId={route.id ?? ''} />;
    case 'inbox':
      return <InboxPage me={me} />;
  }
}

export function Shell({ me }: { me: Me }) {
  const words = useWords(shellWords);
  const { plan } = usePlan();
  const role = viewerRole(me);
  const pages = pagesOf(me);
  const asked = useRoute();
  const home = plan === null && role === 'coordinator' ? 'plans' : HOME_OF[role];
  const allowed =
    asked !== null && (asked.page === 'inbox' || pages.includes(role === 'liaison' ? asked.page : entryOf(asked.page)));
  const route: Route = allowed ? asked : { page: home, id: null };
  const today = useToday(role === 'liaison' ? null : (plan?.id ?? null));

  if (route.page === 'inbox') return <Content me={me} route={route} />;
  return (
    <div className="shell">
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {words.skip}
      </a>
      <Navigation
        pages={pages}
        current={route.page}
        office={today.data?.office ?? ''}
        decisions={today.data?.counts.decisions ?? 0}
        ownUnit={role === 'liaison'}
      >
        {role === 'coordinator' && plan?.demo === true && <FirstMinutes />}
      </Navigation>
      <main id="content" tabIndex={-1}>
        <Content me={me} route={route} />
        <SecrecyFooter />
      </main>
    </div>
  );
}
