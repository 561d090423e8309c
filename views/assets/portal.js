// What the portal does in the browser. Every page works without it.

/** Menus open at a click, as long as there is a script; without one their links lead on. */
function openMenus() {
  for (const toggle of document.querySelectorAll("[data-toggle=dropdown]")) {
    const menu = toggle.parentElement?.querySelector(".dropdown-menu");
    if (!menu) continue;
    const show = (/** @type {boolean} */ open) => {
      menu.classList.toggle("open", open);
      toggle.setAttribute("aria-expanded", String(open));
    };
    toggle.setAttribute("aria-controls", menu.id);
    show(false);
    toggle.addEventListener("click", (event) => {
      event.preventDefault();
      show(!menu.classList.contains("open"));
    });
    document.addEventListener("click", (event) => {
      const { target } = event;
      if (target instanceof Node && !toggle.contains(target)) show(false);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") show(false);
    });
  }
}

/** Turns a list of links to panels into tabs (WAI-ARIA tabs pattern). */
function switchTabs() {
  for (const list of document.querySelectorAll("[data-tabs]")) {
    const tabs = [...list.querySelectorAll("a")];
    const panelOf = (/** @type {HTMLAnchorElement} */ tab) =>
      document.getElementById(tab.hash.slice(1));
    const select = (/** @type {HTMLAnchorElement} */ chosen) => {
      for (const tab of tabs) {
        const isChosen = tab === chosen;
        tab.setAttribute("aria-selected", String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        const panel = panelOf(tab);
        if (panel) panel.hidden = !isChosen;
      }
    };
    list.setAttribute("role", "tablist");
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute("role", "tab");
      tab.parentElement?.setAttribute("role", "presentation");
      panelOf(tab)?.setAttribute("role", "tabpanel");
      tab.setAttribute("aria-controls", tab.hash.slice(1));
      tab.addEventListener("click", (event) => {
        event.preventDefault();
        select(tab);
      });
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const next = step && tabs.at((index + step) % tabs.length);
        if (!next) return;
        select(next);
        next.focus();
      });
    }
    if (tabs[0]) select(tabs[0]);
  }
}

/** Sizes of the text, as classes of the root; A+ and A- go up and down. */
const SIZES = ["text-small", "", "text-large", "text-larger"];

/** The skip bar's A+, A- and contrast, remembered from page to page. */
function offerTextTools() {
  const root = document.documentElement;
  const setSize = (/** @type {number} */ index) => {
    root.classList.remove(...SIZES.filter(Boolean));
    const size = SIZES[index];
    if (size) root.classList.add(size);
    localStorage.setItem("textSize", String(index));
  };
  const contrast = document.querySelector(".high-low button");
  const setContrast = (/** @type {boolean} */ isHigh) => {
    root.classList.toggle("contrast", isHigh);
    contrast?.setAttribute("aria-pressed", String(isHigh));
    localStorage.setItem("contrast", String(isHigh));
  };
  if (!contrast) return;
  const size = () => Number(localStorage.getItem("textSize") ?? 1);
  setSize(size());
  setContrast(localStorage.getItem("contrast") === "true");
  contrast.addEventListener("click", () => {
    setContrast(!root.classList.contains("contrast"));
  });
  for (const [selector, step] of /** @type {const} */ ([
    [".f-up", 1],
    [".f-down", -1],
  ])) {
    document.querySelector(selector)?.addEventListener("click", () => {
      setSize(Math.min(Math.max(size() + step, 0), SIZES.length - 1));
    });
  }
  for (const tool of document.querySelectorAll(".high-low, .fresize")) {
    tool.removeAttribute("hidden");
  }
}

/** The footer's groups close and open. */
function foldFooter() {
  const button = document.querySelector(".expbtn");
  const groups = document.querySelector(".footer-groups");
  if (!button || !(groups instanceof HTMLElement)) return;
  button.removeAttribute("hidden");
  button.addEventListener("click", () => {
    groups.hidden = !groups.hidden;
    button.setAttribute("aria-expanded", String(!groups.hidden));
  });
}

openMenus();
switchTabs();
offerTextTools();
foldFooter();
