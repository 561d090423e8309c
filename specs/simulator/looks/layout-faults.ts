import type { Page } from "@playwright/test";

/**
 * What sticks out of the window, and what can be seen but not clicked, as sentences.
 *
 * @param over a selector of what lies over the page, where only that can be reached
 */
export function layoutFaults(page: Page, over = "body"): Promise<string[]> {
  return page.evaluate((selector) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults: string[] = [];
    if (scrollWidth > clientWidth) {
      faults.push(`The page is ${scrollWidth} px wide, not ${clientWidth}.`);
    }
    const controls = document
      .querySelector(selector)
      ?.querySelectorAll("a, button, input, select, summary");
    for (const control of controls ?? []) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      control.scrollIntoView({ block: "center" });
      const [box] = control.getClientRects();
      if (!box) continue;
      const hit = document.elementFromPoint(
        box.left + box.width / 2,
        box.top + box.height / 2,
      );
      if (control.contains(hit)) continue;
      faults.push(`${control.outerHTML} is covered by ${hit?.outerHTML}.`);
    }
    return faults;
  }, over);
}
