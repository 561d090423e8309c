/**
 * What is amiss where a changelog has no dated section for a release.
 *
 * @param {string} changelog
 * @param {string} release
 */
export function missingSection(changelog, release) {
  const heading = `## [${release}] - `;
  return changelog.split("\n").some((line) => line.startsWith(heading))
    ? undefined
    : `there is no section "${heading}YYYY-MM-DD"`;
}

const PARTS =
  /^((README|CHANGELOG)\.md|LICENSE|package\.json|dist\/\S+\.(js|txt|woff2|d\.ts)|views\/\S+\.(ejs|js|css|svg|json)|docs\/\S+\.(md|webp|conf|schema\.json)|recipes\/\S+\.(mjs|md))$/;

/**
 * What of the files of a package does not belong there.
 *
 * @param {readonly string[]} files
 */
export function strangers(files) {
  const strange = files.filter((file) => !PARTS.test(file));
  return strange.length > 0 ? strange.join(", ") : undefined;
}
