import type { Locator, Page } from 'playwright-core';

export type Light = 'grey' | 'blue' | 'yellow' | 'red' | 'green';

/** 今日 as a coordinator uses it: the same against the mock and against the product. */
export function todayPage(page: Page) {
  const cell = (no: string, unit: string): Locator => page.getByTestId(`cell-${no}-${unit}`);
  return {
    open: async (base: string): Promise<void> => {
      await page.goto(`${base}/#/today`);
      await page.getByTestId('decisions').waitFor();
    },
    cell,
    /** The first part with this light, lead units last. */
    firstCell: (light: Light): Locator => page.locator(`button[data-testid^="cell-"][data-light="${light}"]`).first(),
    choose: async (target: Locator): Promise<void> => {
      await target.click();
      await page.getByTestId('selected-part').waitFor();
    },
    lightOf: async (target: Locator): Promise<Light> => (await target.getAttribute('data-light')) as Light,
    nudge: () => page.getByTestId('nudge').click(),
    step: (to: 'workday' | 'node') => page.getByTestId(`step-${to}`).click(),
    count: async (which: 'overdue' | 'behind' | 'due-soon' | 'decisions'): Promise<number> =>
      Number(await page.getByTestId(`counts-${which}`).locator('b').textContent()),
    decisions: (): Locator => page.getByTestId('decisions'),
    phone: phone(page.getByTestId('phone')),
  };
}

/** An inbox, in the phone frame or on its own page. */
export function phone(frame: Locator) {
  const messages = (side: 'in' | 'out') => frame.getByTestId(`message-${side}`);
  return {
    frame,
    messages,
    /** Waits until a message of this side holds the text. */
    said: (side: 'in' | 'out', text: string) => messages(side).filter({ hasText: text }).last().waitFor(),
    type: async (text: string): Promise<void> => {
      await frame.getByTestId('phone-input').fill(text);
      await frame.getByTestId('phone-send').click();
    },
    press: (label: string) => frame.getByRole('button', { name: label, exact: true }).last().click(),
    input: (): Locator => frame.getByTestId('phone-input'),
  };
}

/** The message of an act, or the sentence of a refusal, as shown to the viewer. */
export function notice(page: Page, text: string): Promise<void> {
  return page.locator('.ant-message').getByText(text).first().waitFor();
}
