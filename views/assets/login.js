// The login form as the portal's script runs it: the CAPTCHA comes at the first character
// typed, and the form is sent as JSON.
import { call } from "./call.js";
import {
  captchaInput,
  loadCaptcha,
  showCaptchaImage,
  showCaptchaInput,
} from "./captcha.js";

import { onIdleMinute } from "./idle.js";

/** @typedef {{ alert?: string, captchaError?: string, leadsTo?: string }} Refusal */

const form = /** @type {HTMLFormElement} */ (
  document.forms.namedItem("loginform")
);
const username = /** @type {HTMLInputElement} */ (
  document.querySelector("#username")
);
const password = /** @type {HTMLInputElement} */ (
  document.querySelector("#user_pass")
);
const strip = document.querySelector("[name=errContainer]");
const refusals = /** @type {Record<string, Refusal | undefined>} */ (
  JSON.parse(form.dataset["answers"] ?? "{}")
);

const MANDATORY = "Please enter the mandatory fields";
/** @type {Refusal} */
const FAILED = {
  alert: "Login Failed due to Technical error. Please try after some time",
};

/**
 * Puts an error under a field, or takes it away.
 *
 * @param {HTMLInputElement | null} input
 * @param {string} text
 */
function mark(input, text) {
  if (!input) return;
  const id = `${input.id}-error`;
  document.getElementById(id)?.remove();
  input.removeAttribute("aria-invalid");
  input.removeAttribute("aria-describedby");
  if (text === "") return;
  const error = document.createElement("span");
  error.className = "err";
  error.id = id;
  error.textContent = text;
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", id);
  input.after(error);
}

/** @param {string} text the alert's, without its full stop; none takes it away */
function alertStrip(text) {
  strip?.replaceChildren();
  if (text === "") return;
  const message = document.createElement("alert-message");
  const box = document.createElement("div");
  box.className = "alert alert-danger";
  const close = document.createElement("a");
  close.className = "close";
  close.href = "/services/login";
  close.setAttribute("aria-label", "Close");
  close.textContent = "×";
  close.addEventListener("click", (event) => {
    event.preventDefault();
    alertStrip("");
  });
  const words = document.createElement("span");
  words.textContent = `${text}.`;
  box.append(close, words);
  message.append(box);
  strip?.append(message);
}

/**
 * What is wrong with a field before it is sent.
 *
 * @param {string} value
 * @param {RegExp} pattern
 * @param {string} fault what to say where the pattern does not fit
 */
function faultOf(value, pattern, fault) {
  if (value === "") return MANDATORY;
  return pattern.test(value) ? "" : fault;
}

/** Marks what is wrong; says whether all is well. */
function isComplete() {
  const typed = captchaInput();
  const faults = [
    faultOf(
      username.value.trim(),
      /^[A-Za-z][A-Za-z0-9_.-]*$/,
      "Enter valid username",
    ),
    faultOf(password.value, /./, ""),
    typed
      ? faultOf(
          typed.value,
          /^\d{6}$/,
          "Enter valid letters shown in the image below",
        )
      : "",
  ];
  for (const [index, input] of [username, password, typed].entries()) {
    mark(input, faults[index] ?? "");
  }
  return faults.every((fault) => fault === "");
}

async function send() {
  alertStrip("");
  if (!isComplete()) return;
  const { answer } = await call("/services/authenticate", {
    username: username.value.trim(),
    password: password.value,
    captcha: captchaInput()?.value ?? "",
    mFP: "{}",
    deviceID: null,
    type: "username",
  });
  if (answer["message"] === "auth") {
    location.assign("/services/auth/");
    return;
  }
  refuse(refusals[answer["errorCode"] ?? ""] ?? FAILED);
}

/** @param {Refusal} refusal */
function refuse({ alert = "", captchaError = "", leadsTo }) {
  if (leadsTo !== undefined) {
    location.assign(leadsTo);
    return;
  }
  alertStrip(alert);
  const typed = captchaInput();
  mark(typed, captchaError);
  password.value = "";
  if (typed) typed.value = "";
  loadCaptcha();
  password.focus();
}

// The portal leaves a login page that nobody uses (facts: portal §7).
onIdleMinute((minutes) => {
  if (minutes === 5) location.assign(form.dataset["home"] ?? "/");
});

const showInput = () => showCaptchaInput(password.closest(".row"));
username.addEventListener("input", () => {
  showInput();
  showCaptchaImage();
});
password.addEventListener("input", showInput);
// What was typed before this script ran, or filled in by the browser.
for (const field of [username, password]) {
  if (field.value !== "") field.dispatchEvent(new Event("input"));
}
password.addEventListener("paste", (event) => event.preventDefault());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send().catch(() => refuse(FAILED));
});
