// What the portal does in the browser. Every page works without it.

/** The user menu opens at a click, as long as there is a script; without one it leads to the profile. */
function openUserMenu() {
  const toggle = document.querySelector(".dropdown-toggle");
  const menu = document.querySelector(".dropdown-menu");
  if (!toggle || !menu) return;
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

openUserMenu();
switchTabs();
