// Keeps the panel up to date: what has changed is drawn by the server and put in its place.

const LIVE = "[data-live]";
const REDRAW_EVERY = 15_000;

/** Replaces each live part by the one of a new page. */
async function redraw() {
  const answer = await fetch(location.href, {
    headers: { Accept: "text/html" },
  });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(
    await answer.text(),
    "text/html",
  );
  for (const part of document.querySelectorAll(LIVE)) {
    const name = part.getAttribute("data-live");
    const next = page.querySelector(`[data-live="${name}"]`);
    if (next && part.innerHTML !== next.innerHTML) replace(part, next);
  }
}

/**
 * Replaces what is in a part, but not under a person's hands: a choice that is not yet sent
 * stays, and so does the focus on a button.
 *
 * @param {Element} part
 * @param {Element} next
 */
function replace(part, next) {
  const held = document.activeElement;
  if (!held || held === part || !part.contains(held)) {
    part.replaceChildren(...next.childNodes);
    return;
  }
  if (part.querySelector("select")) return;
  const same = [...next.querySelectorAll("button")].find(
    (button) => nameOf(button) === nameOf(held),
  );
  part.replaceChildren(...next.childNodes);
  same?.focus({ preventScroll: true });
}

/** @param {Element} button */
const nameOf = (button) => button.ariaLabel ?? button.textContent;

if (document.querySelector(LIVE)) {
  const news = new EventSource("/__simulator/panel/live");
  news.addEventListener("news", () => void redraw());
  // Time left runs on without news.
  setInterval(() => void redraw(), REDRAW_EVERY);
}
