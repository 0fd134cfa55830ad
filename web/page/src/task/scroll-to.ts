import { useEffect, useRef } from 'react';

/** A list of its own height, opened where `selector` is found, else at its end: what is new comes before what is long past. */
export function useOpenedAt<T extends HTMLElement>(selector: string | null) {
  const box = useRef<T>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null || element.scrollHeight <= element.clientHeight) return;
    const row = selector === null ? null : element.querySelector<HTMLElement>(selector);
    element.scrollTop = row === null ? element.scrollHeight : row.offsetTop - element.clientHeight / 2;
  }, [selector]);
  return box;
}
