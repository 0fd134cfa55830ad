import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Acted } from '../../../api.ts';
import { post } from './http.ts';

export interface Act {
  path: string;
  body?: object;
  /** Say nothing when it went well (the result is visible at once). */
  quiet?: boolean;
}

/** One act: posts it, says what the server answered, and asks for everything again. */
export function useAct() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: Act) => post<Acted>(path, body),
    onSuccess: async (acted, { quiet }) => {
      if (quiet !== true) void message.success(acted.summary);
      await client.invalidateQueries();
    },
    onError: (error) => void message.error(error.message, 6),
  });
}
