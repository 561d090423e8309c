import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test as base } from "@playwright/test";

export { expect };

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

/** What a project of somebody else's has after `npm install` of our tarball. */
export interface Installed {
  readonly folder: string;
  /** The tarball's path, and what npm says is in it. */
  readonly tarball: { readonly file: string; readonly size: number };
  /** Runs a program there and resolves to what it printed; rejects where it fails. */
  run(
    program: string,
    args: readonly string[],
    env?: Record<string, string>,
  ): Promise<string>;
  /** Lends the project a package of ours, as if it had installed it too. */
  lend(...packages: string[]): Promise<void>;
}

export interface Programs {
  readonly browser?: string;
  readonly chromedriver?: string;
}

/** `installed` is made once a worker: built, packed and installed offline. */
export const test = base.extend<
  { programs: Programs },
  { installed: Installed }
>({
  installed: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "portal-recipes-"));
      await use(await install(folder));
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 180_000 },
  ],
  // oxlint-disable-next-line no-empty-pattern
  programs: async ({}, use, { config }) => {
    await use(config.metadata);
  },
});

async function install(folder: string): Promise<Installed> {
  const tarball = await pack(path.join(folder, "package"));
  const project = path.join(folder, "project");
  await mkdir(project);
  await writeFile(
    path.join(project, "package.json"),
    JSON.stringify({ name: "somebody-elses", type: "module", private: true }),
  );
  const npm = ["install", "--offline", "--ignore-scripts", "--no-audit"];
  await run("npm", [...npm, "--no-fund", tarball.file], { cwd: project });
  const ours = path.join(project, "node_modules/gst-portal-simulator");
  await cp(path.join(ours, "recipes"), project, { recursive: true });
  return {
    folder: project,
    tarball,
    run: async (program, args, env = {}) => {
      const { stdout } = await run(program, args, {
        cwd: project,
        env: { ...process.env, ...env },
        timeout: 120_000,
      });
      return stdout;
    },
    lend: async (...packages) => {
      for (const name of packages) {
        const to = path.join(project, "node_modules", name);
        await mkdir(path.dirname(to), { recursive: true });
        await rm(to, { recursive: true, force: true });
        await symlink(path.join(ROOT, "node_modules", name), to);
      }
    },
  };
}

const SHIPPED = [
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "docs",
  "recipes",
  "views",
];

/** Builds and packs apart from the checkout, where other specs may be using `dist/`. */
async function pack(staging: string): Promise<Installed["tarball"]> {
  await mkdir(staging);
  for (const part of SHIPPED) {
    await cp(path.join(ROOT, part), path.join(staging, part), {
      recursive: true,
    });
  }
  const build = path.join(ROOT, "scripts/build.mjs");
  await run(process.execPath, [build, path.join(staging, "dist")]);
  const packing = ["pack", "--ignore-scripts", "--json"];
  const { stdout } = await run("npm", packing, { cwd: staging });
  const [packed] = JSON.parse(stdout) as { filename: string; size: number }[];
  if (!packed) throw new Error("npm packed nothing");
  return { file: path.join(staging, packed.filename), size: packed.size };
}
