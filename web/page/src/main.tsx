import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RequestFailed } from './api/http.ts';
import { LanguageProvider, useLanguage } from './i18n/language.tsx';
import { CrashGuard } from './shell/crash-guard.tsx';
import { Page } from './shell/page.tsx';
import { theme } from './shell/theme.ts';
import './shell/base.css';

type Locale = NonNullable<React.ComponentProps<typeof ConfigProvider>['locale']>;

/** The locale files are ES modules that their types call CommonJS: take the default either way. */
function localeOf(loaded: unknown): Locale {
  return ((loaded as { default?: Locale }).default ?? loaded) as Locale;
}

const client = new QueryClient({
  // Without a network an act fails at once and says so; the page keeps what was typed.
  defaultOptions: {
    queries: { networkMode: 'always', refetchOnReconnect: true },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      const signedOut = error instanceof RequestFailed && error.status === 401 && query.queryKey[0] !== 'me';
      if (signedOut) void client.resetQueries({ queryKey: ['me'] });
    },
  }),
});

function Root() {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={localeOf(language === 'zh' ? zhCN : enUS)}
      button={{ autoInsertSpace: false }}
      // The ring of a press reaches past the edge of a telephone for a moment: the page would slide sideways.
      wave={{ disabled: true }}
    >
      <AntApp className="app">
        <CrashGuard>
          <Page />
        </CrashGuard>
      </AntApp>
    </ConfigProvider>
  );
}

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no place for the page');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Root />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
