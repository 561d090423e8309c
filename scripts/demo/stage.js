// Put into each page of the demonstration: the caption at the lower edge, and a pointer that a
// whole room can see. The space bar pauses.

const STYLE = `
  .tour-switch { font-family: "Guide Sans", sans-serif; }
  #demo-caption {
    position: fixed; z-index: 99; inset: auto 0 0 0; padding: 14px 28px 16px;
    font: 20px/1.4 "Guide Sans", sans-serif; color: #fff; background: #2b1533;
  }
  #demo-caption b { margin-right: 12px; padding: 3px 14px; border-radius: 20px; background: #b03fcb; font-weight: 700; }
  #demo-caption i { float: right; font-style: normal; color: #ffd24d; }
  #demo-pointer {
    position: fixed; z-index: 100; left: 0; top: 0; width: 34px; height: 34px;
    margin: -17px 0 0 -17px; border: 4px solid #b03fcb; border-radius: 50%;
    background: #b03fcb55; pointer-events: none;
  }
`;

/** @typedef {{ count: string, text: string, x: number, y: number }} Scene */

/** What was shown last is shown again on the next page. @returns {Scene} */
const remembered = () =>
  /** @type {Scene} */ (
    JSON.parse(
      sessionStorage.getItem("demo") ??
        '{ "count": "", "text": "", "x": 512, "y": 320 }',
    )
  );

/** With what the program that drives the browser puts there. */
const host =
  /** @type {typeof globalThis & { demoFont: string, demoSpace?: () => void }} */ (
    globalThis
  );

const parts = {
  caption: document.createElement("div"),
  pointer: document.createElement("div"),
};

/** @param {Partial<Scene>} change */
function play(change) {
  const scene = { ...remembered(), ...change };
  sessionStorage.setItem("demo", JSON.stringify(scene));
  const words = [scene.count, scene.text].join(" ");
  if (parts.caption.dataset["words"] !== words) {
    const count = document.createElement("b");
    count.textContent = scene.count;
    parts.caption.replaceChildren(...(scene.count ? [count] : []), scene.text);
    parts.caption.dataset["words"] = words;
  }
  parts.pointer.style.left = `${scene.x}px`;
  parts.pointer.style.top = `${scene.y}px`;
}

/** @param {string} text what the caption says while all stands still; nothing takes it away */
function pause(text) {
  parts.caption.querySelector("i")?.remove();
  if (text === "") return;
  const note = document.createElement("i");
  note.textContent = text;
  parts.caption.prepend(note);
}

Object.assign(host, { demo: { play, pause } });

document.addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.textContent = `${host.demoFont}${STYLE}`;
  parts.caption.id = "demo-caption";
  parts.caption.setAttribute("aria-hidden", "true");
  parts.pointer.id = "demo-pointer";
  document.head.append(style);
  document.body.append(parts.caption, parts.pointer);
  play({});
});
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== " " || !event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    host.demoSpace?.();
  },
  true,
);
