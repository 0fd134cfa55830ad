import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. Order on the page follows it, so that reading order and sight agree. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** The phone frame stands beside the board. */
export const WIDE = '(min-width: 1180px)';
/** Everything of 今日 fits one screen. */
export const ROOMY = '(min-width: 1180px) and (min-height: 960px)';
/** The board becomes a card per task. */
export const NARROW = '(max-width: 899.98px)';
