// The windows over the landing page, one after the other: there is never more than one in the
// page, so that what a script looks for in it is there once.
import { openWindow } from "./window.js";

const waiting = [...document.querySelectorAll("template[data-popup]")];

function showNext() {
  const template = waiting.shift();
  if (!(template instanceof HTMLTemplateElement)) return;
  const dialog = openWindow(template);
  dialog.querySelector("[data-dismiss]")?.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", showNext);
}

showNext();
