import { readFile } from "node:fs/promises";

/** The endings of all that the program sends, and of the bodies that it reads. */
const ENDINGS = new Set("bin css html js json png svg wav woff2".split(" "));

/**
 * Leaves of the table of all media types, which is a sixth of the program and is gone through
 * at each start, the few that are met there.
 *
 * @type {import("esbuild").Plugin}
 */
export const fewMediaTypes = {
  name: "few-media-types",
  setup(build) {
    build.onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path }) => {
      const all = /** @type {Record<string, { extensions?: string[] }>} */ (
        JSON.parse(await readFile(path, "utf8"))
      );
      const met = Object.entries(all).filter(([, { extensions = [] }]) =>
        extensions.some((ending) => ENDINGS.has(ending)),
      );
      const contents = JSON.stringify(Object.fromEntries(met));
      return { contents, loader: "json" };
    });
  },
};
