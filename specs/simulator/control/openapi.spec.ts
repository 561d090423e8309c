import { expect, test } from "../../kit/index.ts";

/** The table of design 1.4, as a reader of the description finds it. */
const CALLS: Record<string, string[]> = {
  "/health": ["get"],
  "/reset": ["post"],
  "/scenario": ["get", "put"],
  "/taxpayers": ["get"],
  "/taxpayers/{username}": ["get", "put", "patch", "delete"],
  "/taxpayers/{username}/sign-in": ["post"],
  "/taxpayers/{username}/reset": ["post"],
  "/progress": ["get"],
  "/clock": ["get", "put"],
  "/clock/advance": ["post"],
  "/faults": ["get", "post", "delete"],
  "/messages": ["get", "delete"],
  "/journal": ["get", "delete"],
  "/captcha": ["get"],
  "/worlds": ["get"],
  "/worlds/{id}": ["delete"],
  "/worlds/{id}/join": ["post"],
  "/openapi.json": ["get"],
  "/scenario.schema.json": ["get"],
};

interface Description {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  operationId: string;
  requestBody?: {
    content: Record<string, { schema: { properties: object } }>;
  };
  responses: Record<string, unknown>;
}

test("the control plane describes itself as OpenAPI 3.1, call by call", async ({
  request,
}) => {
  const answer = await request.get("/__simulator/openapi.json");
  const { openapi, servers, paths } = (await answer.json()) as Description;
  expect(openapi).toMatch(/^3\.1\./);
  expect(servers).toEqual([{ url: "/__simulator" }]);
  const described = Object.fromEntries(
    Object.entries(paths).map(([path, calls]) => [path, Object.keys(calls)]),
  );
  expect(described).toEqual(CALLS);
  const ids = Object.values(paths).flatMap((calls) =>
    Object.values(calls).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("a body's description has the fields that the call takes", async ({
  request,
}) => {
  const answer = await request.get("/__simulator/openapi.json");
  const { paths } = (await answer.json()) as Description;
  const fields = (path: string, method: string) =>
    Object.keys(
      paths[path]?.[method]?.requestBody?.content["application/json"]?.schema
        .properties ?? {},
    );
  expect(fields("/clock/advance", "post")).toEqual(["by"]);
  expect(fields("/faults", "post")).toEqual(
    expect.arrayContaining(["at", "kind", "status", "delay", "times"]),
  );
  expect(fields("/taxpayers/{username}", "put")).toEqual(
    expect.arrayContaining(["password", "gstin", "apiAccess", "popups"]),
  );
});
