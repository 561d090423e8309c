import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const INTRODUCTION =
  "The files in this folder contain the packages below, each under its own licence.\n";

/**
 * The licences of the packages that a bundle was made from. Throws where a package has none
 * that could be passed on.
 *
 * @param {readonly string[]} inputs the bundle's files, from the project's root
 * @param {string} root
 */
export function thirdPartyNotice(inputs, root) {
  const folders = new Set(inputs.flatMap((file) => packageOf(file) ?? []));
  const notices = [...folders].toSorted().map((folder) => {
    const at = path.join(root, folder);
    const { name, version, license } =
      /** @type {{ name: string, version: string, license?: string }} */ (
        JSON.parse(readFileSync(path.join(at, "package.json"), "utf8"))
      );
    const text = licenceText(at) ?? licenceInReadme(at);
    if (!text && !license) throw new Error(`${name} has no licence.`);
    return `${name} ${version} (${license})\n\n${text?.trim() ?? ""}\n`;
  });
  return [INTRODUCTION, ...notices].join(`\n${"-".repeat(80)}\n\n`);
}

/** @param {string} file `node_modules/a/b.js` or deeper; the innermost package counts */
function packageOf(file) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
}

/** @param {string} folder */
function licenceText(folder) {
  const name = readdirSync(folder).find((file) =>
    /^(licen[cs]e|copying)/i.test(file),
  );
  return name && readFileSync(path.join(folder, name), "utf8");
}

/** @param {string} folder */
function licenceInReadme(folder) {
  const name = readdirSync(folder).find((file) => /^readme/i.test(file));
  const readme = name ? readFileSync(path.join(folder, name), "utf8") : "";
  return /^#+ licen[cs]e\s*\n([\s\S]*)/im.exec(readme)?.[1];
}
