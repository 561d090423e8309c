import type { Page } from "@playwright/test";

const ID = "conformance-hint";

/** Lays a line of text over the foot of the window; the page stays as it is, a ribbon at its top in sight. */
export async function showHint(page: Page, text: string): Promise<void> {
  await run(
    page,
    `(() => {
      const hint = document.createElement("div");
      hint.id = ${JSON.stringify(ID)};
      hint.setAttribute("role", "status");
      hint.textContent = ${JSON.stringify(text)};
      Object.assign(hint.style, { position: "fixed", inset: "auto 0 0 0", zIndex: 2147483647,
        padding: "10px", background: "#ffe08a", color: "#000", font: "16px sans-serif",
        textAlign: "center", pointerEvents: "none" });
      document.body.append(hint);
    })()`,
  );
}

/** Takes it away again. */
export async function hideHint(page: Page): Promise<void> {
  await run(page, `document.getElementById(${JSON.stringify(ID)})?.remove()`);
}

/** A page that is just being left needs no hint. */
async function run(page: Page, script: string): Promise<void> {
  await page.evaluate(script).catch(() => undefined);
}
