import path from "node:path";

const domain = "simulator/domain/";
const clock = "simulator/clock.ts";
const store = "simulator/store/";
const storeInterface = "simulator/store/store.ts";
const portal = "simulator/portal/";
const worlds = "simulator/worlds.ts";
const languages = "simulator/languages.ts";
const certificates = "simulator/certificates.ts";
const fonts = "simulator/fonts.ts";
const web = "simulator/web/";
const taxpayerApi = "simulator/taxpayer-api/";
const control = "simulator/control/";
// The file that reads the environment, and the folder of what it reads with.
const settings = "simulator/settings";
const app = "simulator/app.ts";
const server = "simulator/server.ts";
const log = "simulator/log.ts";
const start = "simulator/start.ts";
const startApi = "simulator/start-api.ts";
const startControl = "simulator/start-control.ts";
const startStore = "simulator/start-store.ts";
const door = "simulator/index.ts";
const kit = "specs/kit/";
const contract = "specs/contract/";
const conformance = "specs/conformance/";
// What the program lends its command line to.
const commands = "specs/conformance/commands/";
const guide = "scripts/guide/";

const floor2 = [domain, clock, storeInterface, portal];
const floor3 = [domain, clock, portal, worlds, certificates];

/**
 * The floors of the house, lowest first: each file or folder, and what of the
 * project it may import. An arrow points down or stays on its own part of a
 * floor. What is not listed here (other specs, scripts) is free; a new file or
 * folder of the simulator is not: it gets its place here first.
 *
 * `pure` also bars packages and Node's modules: node:crypto hashes, which is
 * pure, but it also makes random numbers.
 *
 * @type {readonly { part: string, imports: readonly string[], pure?: true }[]}
 */
const floors = [
  { part: domain, imports: [domain], pure: true },
  { part: clock, imports: [domain] },
  { part: store, imports: [domain, store] },
  { part: languages, imports: [domain] },
  { part: certificates, imports: [] },
  { part: fonts, imports: [] },
  { part: portal, imports: floor2 },
  { part: worlds, imports: floor2 },
  { part: "simulator/express.d.ts", imports: [domain, worlds] },
  { part: web, imports: [...floor3, languages, web] },
  { part: taxpayerApi, imports: [...floor3, taxpayerApi] },
  { part: control, imports: [...floor3, control] },
  // What the two below are given: settings.ts knows nothing of them.
  { part: settings, imports: [domain, settings] },
  {
    part: app,
    imports: [...floor3, languages, web, taxpayerApi, control, settings, log],
  },
  { part: log, imports: [settings] },
  { part: server, imports: [clock, certificates, settings] },
  {
    part: start,
    imports: [
      ...floor3,
      languages,
      web,
      taxpayerApi,
      control,
      settings,
      store,
      app,
      server,
      log,
      fonts,
      startApi,
      startControl,
      startStore,
    ],
  },
  {
    part: startApi,
    imports: [...floor3, taxpayerApi, settings, storeInterface],
  },
  {
    part: startControl,
    imports: [...floor3, web, control, settings, storeInterface],
  },
  { part: startStore, imports: [settings, store, log] },
  { part: door, imports: [...floor3, control, settings, start] },
  {
    part: "simulator/cli.ts",
    imports: [...floor3, control, settings, start, commands, guide],
  },
  { part: "simulator/", imports: [] },
  { part: kit, imports: [kit, door] },
  { part: contract, imports: [contract], pure: true },
  { part: conformance, imports: [conformance, contract, kit] },
];

/**
 * What is wrong with an import, by the floors.
 *
 * @param {string} file the importing file, from the project's root, with /
 * @param {string} specifier as written in the import
 * @returns {string | undefined} a sentence; nothing where all is well
 */
export function floorFault(file, specifier) {
  const from = floors.find(({ part }) => file.startsWith(part));
  if (from === undefined) return undefined;
  if (!specifier.startsWith(".")) {
    return from.pure
      ? `${from.part} is pure: it imports no package and no module of Node.`
      : undefined;
  }
  const to = path.posix.join(path.posix.dirname(file), specifier);
  if (from.imports.some((part) => to.startsWith(part))) return undefined;
  return `${from.part} may not import ${to}; it may import: ${from.imports.join(", ") || "nothing of the project"} (scripts/lint/floors.mjs).`;
}
