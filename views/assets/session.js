// Warns who is signed in before the idle time is over, and signs out when it is.
import { call } from "./call.js";
import { onIdleMinute } from "./idle.js";
import { openWindow } from "./window.js";

const WARNING = 12;
const END = 15;

const template = /** @type {HTMLTemplateElement} */ (
  document.querySelector("#session-warning")
);

function logout() {
  location.assign("/services/logout");
}

function warn() {
  const dialog = openWindow(template);
  dialog.querySelector("#dataLogout")?.addEventListener("click", logout);
  dialog.querySelector("#dataSessOK")?.addEventListener("click", () => {
    dialog.close();
    call("/services/auth/api/keepalive").catch(logout);
  });
}

onIdleMinute((minutes) => {
  if (minutes === WARNING) warn();
  if (minutes === END) logout();
});
