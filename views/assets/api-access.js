// Manage API Access as the portal's script runs it: the state is asked for, and the choice is
// sent, by calls of its own (facts: portal §6.3).
import { call } from "./call.js";

const form = /** @type {HTMLFormElement} */ (
  document.querySelector("form.api-access")
);
const duration = /** @type {HTMLSelectElement} */ (
  form.querySelector("#districts")
);
let isTouched = false;

/** @param {import("./call.js").Answer} state */
function show({ isAPIEnable, exDm }) {
  for (const radio of form.querySelectorAll("input[type=radio]")) {
    if (radio instanceof HTMLInputElement) {
      radio.checked = radio.value === isAPIEnable;
    }
  }
  duration.value = exDm ?? "";
}

async function preload() {
  try {
    const { ok, answer } = await call("/services/auth/api/getAPIAccessStatus");
    if (ok && !isTouched) show(answer);
  } catch {
    // The page came with its state; asking again is what the portal does.
  }
}

async function confirm() {
  const sent = Object.fromEntries(new FormData(form));
  const { ok, answer } = await call(
    "/services/auth/api/updateAPIAccessStatus",
    { isAPIEnable: sent["isAPIEnable"] ?? "", exDm: sent["exDm"] ?? "" },
  );
  clear();
  if (ok) {
    show(answer);
    succeed(answer);
  } else {
    refuse(answer["field"], answer["message"] ?? FAILED);
  }
}

const FAILED = "System error occurred. Please try after sometime.";

/** Takes away what the last choice was answered. */
function clear() {
  for (const old of document.querySelectorAll("p.alert-success, span.err")) {
    old.remove();
  }
  duration.removeAttribute("aria-invalid");
  duration.setAttribute("aria-describedby", "duration-help");
}

/** @param {import("./call.js").Answer} answer */
function succeed({ isAPIEnable, message: text }) {
  const message = document.createElement("p");
  message.className = "alert alert-success";
  message.dataset["access"] = isAPIEnable ?? "";
  message.textContent = text ?? "";
  form.parentElement?.prepend(message);
  message.tabIndex = -1;
  message.focus();
}

/**
 * @param {string | null | undefined} field the one that is wrong
 * @param {string} text
 */
function refuse(field, text) {
  const error = document.createElement("span");
  error.className = "err";
  error.setAttribute("role", "alert");
  error.textContent = text;
  if (field === "exDm") {
    error.id = "duration-error";
    duration.setAttribute("aria-invalid", "true");
    duration.setAttribute("aria-describedby", "duration-help duration-error");
    duration.after(error);
  } else {
    form.querySelector("#enable-help")?.before(error);
  }
}

form.addEventListener("input", () => {
  isTouched = true;
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  confirm().catch(() => {
    clear();
    refuse(undefined, FAILED);
  });
});
await preload();
