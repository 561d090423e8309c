import process from "node:process";
import { findBrowser } from "./browser.mjs";
import { rememberBrowser, thisMachine } from "./machine.mjs";
import { installPackages } from "./packages.mjs";

/** @param {string} line */
const say = (line) => console.error(line);

/**
 * @param {string} problem
 * @param {number} exitCode
 * @returns {never}
 */
function stop(problem, exitCode) {
  say(problem);
  process.exit(exitCode);
}

/** Installs the packages where they are missing or stale; ends the process, with a sentence, where it cannot. */
export function setUpPackages() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  // The package runs on every Node 20; the scripts here use what came with 20.15.
  if (major < 20 || (major === 20 && minor < 15)) {
    stop(`Node 20.15 or later is needed; this is ${process.versions.node}.`, 1);
  }
  const problem = installPackages(say);
  if (problem) stop(problem, 1);
}

/**
 * The packages and a browser; ends the process, with a sentence, where there is
 * none and none can be installed.
 *
 * @returns {Promise<string>} the browser's path
 */
export async function setUpBrowser() {
  setUpPackages();
  const machine = thisMachine();
  const search = await findBrowser(machine, say);
  if ("problem" in search) return stop(search.problem, search.exitCode);
  if (search.path !== machine.named && search.path !== machine.remembered) {
    rememberBrowser(search.path);
    say(`Using the browser ${search.path}`);
  }
  return search.path;
}
