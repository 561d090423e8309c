/**
 * What the search may ask of the machine and do to it.
 *
 * @typedef {object} Machine
 * @property {string | undefined} named the value of PORTAL_BROWSER
 * @property {string | undefined} remembered what an earlier search found
 * @property {() => Promise<string[]>} candidates paths where a browser may lie,
 *   the one that Playwright manages first; none need exist
 * @property {(path: string) => boolean} exists is an executable file
 * @property {(path: string) => boolean} starts runs and says its version
 * @property {Installer[]} installers in the order in which to try them
 *
 * @typedef {object} Installer
 * @property {string} name shown to the person who waits
 * @property {() => string | undefined} run installs a browser; a sentence when
 *   that did not work
 *
 * @typedef {{ path: string } | { problem: string, exitCode: 1 | 2 }} Search
 */

/**
 * Finds a browser for the specs, and installs one where there is none. The
 * order is the README's: the one that PORTAL_BROWSER names, one that is there,
 * one that Playwright can fetch, one that the distribution has.
 *
 * A browser counts only if it starts: on a bare Linux the one that Playwright
 * fetched lacks its libraries, and the distribution's brings them.
 *
 * @param {Machine} machine
 * @param {(line: string) => void} say
 * @returns {Promise<Search>}
 */
export async function findBrowser(machine, say) {
  const { named, remembered } = machine;
  if (named) {
    if (machine.exists(named) && machine.starts(named)) return { path: named };
    return {
      problem: `PORTAL_BROWSER is "${named}", which is not a browser that starts; give the path of a Chrome, Chromium or Edge executable, or leave it unset.`,
      exitCode: 2,
    };
  }
  if (remembered && machine.exists(remembered)) return { path: remembered };

  const search = async () =>
    (await machine.candidates()).find(
      (path) => machine.exists(path) && machine.starts(path),
    );

  let found = await search();
  for (const installer of machine.installers) {
    if (found) break;
    say(`No browser found: ${installer.name} …`);
    const problem = installer.run();
    if (problem) say(problem);
    found = await search();
  }
  if (found) return { path: found };
  return {
    problem:
      "No browser could be found or installed: install Chrome, Chromium or Edge (`npx playwright install --with-deps chromium` does it where the network allows), or set PORTAL_BROWSER to the path of its executable.",
    exitCode: 1,
  };
}
