import { expect, test } from "../../kit/index.ts";

const AT = "/__simulator";

test("a call that is not there is 404 and names the nearest", async ({
  request,
}) => {
  const answer = await request.get(`${AT}/taxpayer/locked`);
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toMatchObject({
    error: { known: [`${AT}/taxpayers/:username`] },
  });
});

test("a call by another method is told which there are", async ({
  request,
}) => {
  const answer = await request.post(`${AT}/clock`);
  expect(answer.status()).toBe(404);
  const { error } = (await answer.json()) as { error: { message: string } };
  expect(error.message).toContain(`GET, PUT ${AT}/clock`);
});

test("a query that a call does not have is refused", async ({ request }) => {
  for (const path of ["messages?user=acme", "journal?user=acme"]) {
    const answer = await request.get(`${AT}/${path}`);
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { path: "user" } });
  }
});

test("edition 2017 has no CAPTCHA to answer", async ({ request }) => {
  expect((await request.get(`${AT}/captcha`)).status()).toBe(404);
});

test("a page of another site may pull no lever", async ({ request }) => {
  const answer = await request.post(`${AT}/reset`, {
    headers: { "Sec-Fetch-Site": "cross-site" },
  });
  expect(answer.status()).toBe(403);
});
