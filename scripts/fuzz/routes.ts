import type { RunningSimulator } from "../../simulator/start.ts";

/** An address and the methods it takes; none where it may take any. */
export type Route = ReturnType<RunningSimulator["routes"]>[number];

/** What a simulator answers: as its routers and its OpenAPI document say, and further. */
export async function routesOf(
  simulator: RunningSimulator,
): Promise<readonly Route[]> {
  const answer = await fetch(`${simulator.url}/__simulator/openapi.json`);
  const { paths } = (await answer.json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const levers = Object.entries(paths).map(([path, operations]) => ({
    path: `/__simulator${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    methods: Object.keys(operations).map((method) => method.toUpperCase()),
  }));
  const login = await fetch(`${simulator.url}/services/login`);
  const [asset = ""] = /\/assets\/[^"]+/.exec(await login.text()) ?? [];
  const assets = { path: asset, methods: ["GET"] };
  return [...simulator.routes(), ...levers, assets, ...FURTHER];
}

/** What neither tells: mounted, matched by a pattern, or files. */
const FURTHER: readonly Route[] = [
  { path: "/taxpayerapi/v1.0/authenticate", methods: ["POST"] },
  { path: "/taxpayerapi/v0.2/otp/request", methods: ["POST"] },
  { path: "/taxpayerapi/v1.0/returns", methods: ["GET"] },
  { path: "/taxpayerapi/v1.0/returns/gstr1", methods: ["PUT"] },
  { path: "/taxpayerapi/v1.0/ledgers", methods: [] },
  { path: "/gus/taxpayerapi/v1.0/authenticate", methods: ["POST"] },
  { path: "/returns/auth/dashboard", methods: [] },
  { path: "/assets/nothing.js", methods: ["GET"] },
  { path: "/__simulator", methods: ["GET"] },
  { path: "/__simulator/openapi.json", methods: ["GET"] },
  { path: "/__simulator/scenario.schema.json", methods: ["GET"] },
  { path: "/__simulator/panel", methods: ["POST"] },
  { path: "/__simulator/panel/live", methods: ["GET"] },
  { path: "/__simulator/panel/sign-in", methods: ["POST"] },
  { path: "/__simulator/worlds/:id/join", methods: ["POST"] },
];
