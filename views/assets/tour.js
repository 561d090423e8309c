// The guided tour: shows what comes next on this page, going by what the page itself tells has
// been done. Ours and not driver.js: that lets nothing but its target be clicked, so that nobody
// could take a wrong turn, and gives its targets `aria-expanded`, which a text field and a radio
// button may not have.

const card = /** @type {HTMLElement} */ (document.querySelector("#tour"));
/** Where the card is while no window is open. */
const home = document.createComment("tour");
const stops = [...card.querySelectorAll("li")];
/** @type {HTMLElement | null} */
const back = card.querySelector("[data-go=back]");
/** @type {HTMLElement | null} */
const next = card.querySelector("[data-go=next]");

/** @type {HTMLElement | undefined} */
let shown;
/** What was only to be looked at and has been, and refusals that have been read. */
const passed = /** @type {Set<HTMLElement>} */ (new Set());

/** @param {string | undefined} selector */
const isThere = (selector) =>
  selector !== undefined && document.querySelector(selector) !== null;

/**
 * @param {string | undefined} selector
 * @returns {HTMLElement | undefined} the first match that can be seen
 */
function inSight(selector) {
  if (selector === undefined) return undefined;
  return [...document.querySelectorAll(selector)].find(
    (element) => element instanceof HTMLElement && element.checkVisibility(),
  );
}

/** @param {HTMLElement | undefined} stop */
const targetOf = (stop) => inSight(stop?.dataset["target"]);

/** @param {HTMLElement} stop */
const isDetour = (stop) => stop.dataset["when"] !== undefined;

/** The stops of the straight way that this page has at the moment. */
const way = () => stops.filter((stop) => !isDetour(stop) && targetOf(stop));

/** The detour that has to be taken first, if any. */
function detour() {
  const detours = stops.filter((stop) => isThere(stop.dataset["when"]));
  for (const stop of passed) {
    if (isDetour(stop) && !detours.includes(stop)) passed.delete(stop);
  }
  return detours.find((stop) => !passed.has(stop));
}

/** What comes next: a detour, or the first thing on the way that is not done. */
const nextStop = () =>
  detour() ??
  way().find((stop) => !passed.has(stop) && !isThere(stop.dataset["until"])) ??
  way().at(-1) ??
  stops.at(-1);

/**
 * The neighbour of the stop that is shown, on the straight way.
 *
 * @param {1 | -1} by
 */
function neighbour(by) {
  const stopsHere = way();
  const index = shown ? stopsHere.indexOf(shown) : -1;
  return index < 0 || index + by < 0 ? undefined : stopsHere.at(index + by);
}

/** @param {HTMLElement | undefined} stop */
function show(stop) {
  document.querySelector(".tour-target")?.classList.remove("tour-target");
  if (shown) describe(targetOf(shown), shown.id, false);
  shown = stop;
  for (const other of stops) other.hidden = other !== stop;
  if (!stop) return;
  const target = targetOf(stop);
  if (back) back.hidden = !neighbour(-1) && !card.dataset["back"];
  if (next) next.hidden = stop.dataset["act"] === "look" && isDetour(stop);
  const height = `${card.offsetHeight}px`;
  document.documentElement.style.setProperty("--tour-height", height);
  const mark = inSight(stop.dataset["mark"]) ?? target;
  mark?.classList.add("tour-target");
  mark?.scrollIntoView({ block: "nearest" });
  describe(target, stop.id, true);
}

/**
 * Lets a screen reader say the tour's text when it comes to the target, or no longer.
 *
 * @param {HTMLElement | undefined} target
 * @param {string} id
 * @param {boolean} isOn
 */
function describe(target, id, isOn) {
  const ids = new Set(target?.getAttribute("aria-describedby")?.split(" "));
  if (isOn) ids.add(id);
  else ids.delete(id);
  if (ids.size === 0) target?.removeAttribute("aria-describedby");
  else target?.setAttribute("aria-describedby", [...ids].join(" "));
}

/** Puts the focus where the next thing is to be done, or into the card where that is nowhere. */
function goToTarget() {
  const target = targetOf(shown);
  if (!target) {
    goToCard();
    return;
  }
  target.focus();
  if (document.activeElement === target) return;
  // Something to look at, which the Tab key does not reach.
  target.tabIndex = -1;
  target.focus();
}

function goToCard() {
  inSight("#tour .tour-main, #tour a")?.focus();
}

/** Shows what the page's state says comes next. */
function follow() {
  show(nextStop());
  // What lies outside an open window cannot be reached.
  const window = document.querySelector("dialog[open]");
  if (window ? window.contains(card) : card.previousSibling === home) return;
  if (window) window.append(card);
  else home.after(card);
  goToTarget();
}

/** Whether somebody is writing, whom another text would disturb. */
const isTyping = () =>
  document.activeElement === targetOf(shown) &&
  shown?.dataset["act"] === "type";

next?.addEventListener("click", () => {
  const [stop, target] = [shown, targetOf(shown)];
  if (!stop) return;
  const following = neighbour(1);
  const act = stop.dataset["act"];
  if (act === "look" || (act === "type" && isDetour(stop))) passed.add(stop);
  // What only the trainee can know is passed by; the rest is done.
  const isTheirs = act === "type" || target instanceof HTMLSelectElement;
  if (!isTheirs && act !== "look") target?.click();
  if (isTheirs && following) show(following);
  else follow();
  goToTarget();
});

back?.addEventListener("click", () => {
  const before = neighbour(-1);
  if (before) {
    show(before);
    goToTarget();
  } else location.assign(card.dataset["back"] ?? "");
});

document.addEventListener("focusin", ({ target }) => {
  const stop = way().find((candidate) => targetOf(candidate) === target);
  if (stop && stop !== shown && !detour()) show(stop);
});
document.addEventListener("input", () => {
  if (shown && isDetour(shown) && isTyping()) passed.add(shown);
});
document.addEventListener("change", follow);
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || isThere("dialog[open]")) return;
  if (card.contains(document.activeElement)) goToTarget();
  else goToCard();
});

card.before(home);
for (const part of card.querySelectorAll("[data-go], small")) {
  part.removeAttribute("hidden");
}
follow();
if (document.activeElement === document.body) goToTarget();
new MutationObserver(() => {
  if (detour() ?? !isTyping()) follow();
}).observe(document.body, { childList: true, subtree: true });
