// The rows of the CAPTCHA, which the portal puts in when something is typed.

/** @returns {HTMLInputElement | null} where the digits go, once it is there */
export function captchaInput() {
  return document.querySelector("input#captcha");
}

/**
 * Puts a row in, unless it is there already.
 *
 * @param {string} template the id of its template
 * @param {Element | null | undefined} before the row that it comes after
 * @returns {HTMLElement | undefined} the new row
 */
function insert(template, before) {
  const source = document.getElementById(template);
  if (!(source instanceof HTMLTemplateElement) || !before) return undefined;
  const row = source.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return undefined;
  before.after(row);
  source.remove();
  return row;
}

/** @param {Element | null} passwordRow */
export function showCaptchaInput(passwordRow) {
  const input = insert("captcha-input", passwordRow)?.querySelector("input");
  input?.addEventListener("input", () => {
    input.value = input.value.replaceAll(/\D/g, "");
  });
  input?.addEventListener("paste", (event) => event.preventDefault());
}

/** Comes after the input, and with a first image. */
export function showCaptchaImage() {
  const row = insert("captcha-image", captchaInput()?.closest(".row"));
  if (!row) return;
  const [play, refresh] = row.querySelectorAll("button");
  play.addEventListener("click", () => playDigits(row, [play, refresh]));
  refresh.addEventListener("click", loadCaptcha);
  const image = row.querySelector("img");
  image?.addEventListener("load", () => {
    image.className = "captcha";
    say("");
  });
  image?.addEventListener("error", () => {
    say("Unable to load CAPTCHA image. Please click refresh button to load.");
  });
  loadCaptcha();
}

/** Asks for a new image, where one is shown. */
export function loadCaptcha() {
  const image = document.querySelector("img#imgCaptcha");
  if (!(image instanceof HTMLImageElement)) return;
  say("Loading CAPTCHA...");
  image.className = "captcha-loading";
  image.src = `/services/captcha?rnd=${Math.random()}`;
}

/** @param {string} text */
function say(text) {
  const image = document.querySelector("img#imgCaptcha");
  const place = image?.closest(".row")?.querySelector("p.err");
  if (place) place.textContent = text;
}

/**
 * Plays the digits; neither button can be pressed meanwhile.
 *
 * @param {HTMLElement} row
 * @param {HTMLButtonElement[]} buttons
 */
function playDigits(row, buttons) {
  document.querySelector("#audioCap")?.remove();
  const audio = document.createElement("audio");
  audio.id = "audioCap";
  audio.src = `/services/audiocaptcha?rnd=${Math.random()}`;
  row.append(audio);
  const done = (/** @type {string} */ text) => {
    for (const button of buttons) button.disabled = false;
    say(text);
  };
  const fail = () => done("Unable to load audio, Please try again");
  for (const button of buttons) button.disabled = true;
  say("Loading/Playing audio");
  audio.addEventListener("ended", () => done(""));
  audio.addEventListener("error", fail);
  audio.play().catch(fail);
}
