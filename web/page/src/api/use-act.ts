import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Acted } from '../../../api.ts';
import { go } from '../shell/route.ts';
import type { PageName } from '../shell/route.ts';
import { post } from './http.ts';
import { getMe } from './queries.ts';

export interface Act {
  path: string;
  body?: object;
  /** Say nothing when it went well (the result is visible at once). */
  quiet?: boolean;
  /** As soon as the server has taken it, though whoever asked may be gone from the page by then. */
  taken?: () => void;
  /** Another viewer's page: shown before anything is asked again, so that nothing is asked that this viewer may not see. */
  leadsTo?: PageName;
}

/** One act: posts it, says what the server answered, and asks for everything again. */
export function useAct() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: Act) => post<Acted>(path, body),
    onSuccess: async (acted, { quiet, leadsTo, taken }) => {
      taken?.();
      if (quiet !== true) void message.success(acted.summary);
      if (leadsTo !== undefined) {
        client.setQueryData(['me'], await getMe());
        go(leadsTo);
        // The pages of the viewer before are gone once the browser has taken up the address.
        await new Promise((passed) => setTimeout(passed));
      }
      await client.invalidateQueries();
    },
    onError: (error) => void message.error(error.message, 6),
  });
}
