import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 90;

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** Walks with Tab until the control, or something inside of it, has the focus; the focus is seen all the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; !(await hasFocus(target)); tabs += 1) {
    if (tabs > MOST_TABS) throw new Error(`Tab does not lead to ${String(target)}`);
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(unseenFocus);
    if (unseen) throw new Error(`the focus is not seen on ${unseen}`);
  }
}

/** Reaches a text field, replaces what is there. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Reaches a group of radios, then walks to one answer with the arrows. */
export async function choose(page: Page, answer: Locator): Promise<void> {
  const group = answer.locator('xpath=ancestor::*[self::fieldset or @role="radiogroup"][1]');
  await tabTo(
    page,
    group.locator('input[type="radio"]').first().or(group.locator('input[type="radio"]:checked')).first(),
  );
  await page.keyboard.press('Space');
  const count = await group.locator('input[type="radio"]').count();
  for (let steps = 0; !(await answer.isChecked()); steps += 1) {
    if (steps > count) throw new Error(`the arrows do not lead to ${String(answer)}`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Tab, then Enter. */
export async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** In the page: words of the focused control when nothing draws its focus; empty when something does. */
function unseenFocus(): string {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return '';
  // The parts of an hour field are drawn by the browser itself.
  if (focused instanceof HTMLInputElement && focused.type === 'time') return '';
  const around = [focused, focused.parentElement, focused.nextElementSibling, focused.closest('label')];
  const isDrawn = around.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  return isDrawn ? '' : focused.outerHTML.slice(0, 160);
}
