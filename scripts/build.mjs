// Builds `dist/`: the program, the library and the Playwright kit, with all they need in a
// few files, as those start in a fraction of the time that a hundred take and nothing has to
// be installed beside them.
import { spawnSync } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { fewMediaTypes } from "./build/media-types.mjs";
import { thirdPartyNotice } from "./build/third-party.mjs";

/** @param {string} file */
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
/** `dist/`, unless a folder is named. */
const outdir = path.resolve(process.argv[2] ?? here("../dist"));

await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here(".."),
  entryPoints: {
    cli: "simulator/cli.ts",
    index: "simulator/index.ts",
    playwright: "specs/kit/index.ts",
    "taxpayer-api-client": "specs/kit/taxpayer-api-client.ts",
  },
  outdir,
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  alias: {
    "iconv-lite": here("build/iconv-lite.mjs"),
    debug: here("build/debug.cjs"),
    "cookie-signature": here("build/cookie-signature.cjs"),
    "side-channel": here("build/side-channel.cjs"),
    // Its parser alone, without the client that fetches pages.
    cheerio: here("../node_modules/cheerio/dist/browser/index.js"),
  },
  plugins: [fewMediaTypes],
  // The user of the kit and of `conform` brings it along.
  external: ["@playwright/test"],
  // Names stay as they are, for stack traces.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  // Packages in CommonJS call `require` for Node's own modules.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
// What is seldom loaded and nearly all of others' making may be small instead of legible.
for (const [file, { entryPoint = "" }] of Object.entries(metafile.outputs)) {
  if (!/redis|selfsigned/.test(entryPoint)) continue;
  const chunk = path.resolve(here(".."), file);
  const code = await readFile(chunk, "utf8");
  const small = await transform(code, { format: "esm", minify: true });
  await writeFile(chunk, small.code);
}
const fonts = "node_modules/@fontsource/noto-sans/files/";
for (const script of ["latin", "devanagari"]) {
  for (const weight of [400, 700]) {
    const name = `noto-sans-${script}-${weight}-normal.woff2`;
    await cp(here(`../${fonts}${name}`), path.join(outdir, "fonts", name));
  }
}
await writeFile(
  path.join(outdir, "THIRD-PARTY.txt"),
  thirdPartyNotice([...Object.keys(metafile.inputs), fonts], here("..")),
);
emitTypes();

/** Writes the declarations of what the door and the kit export. */
function emitTypes() {
  const { resolve } = createRequire(import.meta.url);
  const { status } = spawnSync(
    process.execPath,
    [
      resolve("typescript/package.json").replace("package.json", "bin/tsc"),
      "--project",
      here("build/tsconfig.json"),
      "--outDir",
      path.join(outdir, "types"),
    ],
    { stdio: "inherit" },
  );
  if (status !== 0) throw new Error("The declarations could not be made.");
}
