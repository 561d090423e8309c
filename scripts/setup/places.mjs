import path from "node:path";

const onPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];

const windowsPrograms = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

/**
 * Where a Chrome, Chromium or Edge usually lies on a machine, the likeliest
 * place first. None of the paths need exist.
 *
 * @param {object} machine
 * @param {NodeJS.Platform} machine.platform
 * @param {Record<string, string | undefined>} machine.env
 * @param {string} machine.home the user's own folder
 * @returns {string[]} absolute paths
 */
export function usualPlaces({ platform, env, home }) {
  if (platform === "win32") {
    return [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        windowsPrograms.map((parts) => path.win32.join(folder, ...parts)),
      );
  }
  const programs = (env["PATH"] ?? "")
    .split(path.posix.delimiter)
    .filter((folder) => path.posix.isAbsolute(folder))
    .flatMap((folder) => onPath.map((name) => path.posix.join(folder, name)));
  if (platform !== "darwin") {
    return [...programs, "/opt/google/chrome/chrome", "/snap/bin/chromium"];
  }
  const applications = ["/Applications", `${home}/Applications`].flatMap(
    (folder) =>
      macApplications.map((name) =>
        path.posix.join(folder, `${name}.app`, "Contents", "MacOS", name),
      ),
  );
  return [...applications, ...programs];
}
