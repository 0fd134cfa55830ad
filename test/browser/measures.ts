import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Pixels by which the page can be scrolled sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Texts cut off by their own box (not those in a box made to be scrolled). */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const holdsText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          holdsText(element) &&
          element.checkVisibility() &&
          element.closest('.visually-hidden, .skip, svg, textarea') === null,
      )
      .filter((element) => {
        const { display, overflowX } = getComputedStyle(element);
        if (display === 'inline' || element.clientWidth <= 1) return false;
        return element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto' && overflowX !== 'scroll';
      })
      .map((element) => element.textContent!.trim().slice(0, 40));
  });
}

export interface Faint {
  text: string;
  ratio: number;
  colour: string;
  ground: string;
}

/** Visible texts whose contrast with what lies behind them is below `least`; disabled controls are exempt. */
export function faintTexts(page: Page, least: number): Promise<Faint[]> {
  return page.evaluate((lowest) => {
    type Rgb = [number, number, number, number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const rgb = (colour: string): Rgb => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = (top: Rgb, below: Rgb): Rgb =>
      [0, 1, 2].map((i) => top[i]! * top[3] + below[i]! * (1 - top[3])).concat(1) as Rgb;
    const groundOf = (element: Element | null): Rgb => {
      if (element === null) return [255, 255, 255, 1];
      const own = rgb(getComputedStyle(element).backgroundColor);
      return own[3] >= 0.999 ? own : over(own, groundOf(element.parentElement));
    };
    const luminance = ([r, g, b]: Rgb): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((value) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint: Faint[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (
        element === null ||
        node.textContent!.trim() === '' ||
        !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      if (element.closest('svg, script, style, [disabled], .visually-hidden, .skip') !== null) continue;
      const ground = groundOf(element);
      const text = over(rgb(getComputedStyle(element).color), ground);
      const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < lowest)
        faint.push({
          text: node.textContent!.trim().slice(0, 30),
          ratio: Math.round(ratio * 100) / 100,
          colour: String(text),
          ground: String(ground),
        });
    }
    return faint;
  }, least);
}

/** Buttons, links and fields that a screen reader could not name. */
export function unnamedControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], textarea, input:not([type="hidden"])')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden="true"]') === null,
      )
      .filter((element) => {
        const labels = (element as HTMLInputElement).labels;
        const named = [
          element.getAttribute('aria-label'),
          element.getAttribute('aria-labelledby'),
          element.textContent,
          element.getAttribute('title'),
        ];
        return (
          !named.some((name) => name !== null && name.trim() !== '') &&
          (labels === null || labels === undefined || labels.length === 0)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** No sideways scroll, no text cut off or too faint, no control without a name. `at` is named where one is found. */
export async function expectReadable(page: Page, at = ''): Promise<void> {
  expect(await sidewaysOverflow(page), at).toBeLessThanOrEqual(0);
  expect(await clippedTexts(page), at).toEqual([]);
  expect(await faintTexts(page, 4.5), at).toEqual([]);
  expect(await unnamedControls(page), at).toEqual([]);
}
