// Keeps the panel up to date: what has changed is drawn by the server and put in its place.

const LIVE = "[data-live]";
const REDRAW_EVERY = 15_000;

/** Replaces each live part by the one of a new page, but not under a person's hands. */
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
    if (next && !part.contains(document.activeElement)) {
      if (part.innerHTML !== next.innerHTML)
        part.replaceChildren(...next.childNodes);
    }
  }
}

if (document.querySelector(LIVE)) {
  const news = new EventSource("/__simulator/panel/live");
  news.addEventListener("news", () => void redraw());
  // Time left runs on without news.
  setInterval(() => void redraw(), REDRAW_EVERY);
}
