import { expect, test } from "../kit/index.ts";

test("an unknown address is 404 and links to the nearest one", async ({
  page,
}) => {
  const answer = await page.goto("/services/logn");
  expect(answer?.status()).toBe(404);
  await expect(
    page.getByText("There is nothing at /services/logn"),
  ).toBeVisible();
  await page.getByRole("link", { name: "/services/login" }).click();
  await expect(page.getByRole("heading", { name: "Login" })).toBeVisible();
});

test("a program that wants JSON gets it", async ({ request }) => {
  const answer = await request.get("/services/auth/manageapiacess", {
    headers: { Accept: "application/json" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toEqual({
    error: {
      message: expect.stringContaining("/services/auth/manageapiaccess"),
      known: ["/services/auth/manageapiaccess"],
    },
  });
});

test("case and a last slash are no mistake, two are", async ({ request }) => {
  for (const path of ["/services/Login", "/services/login/"]) {
    expect((await request.get(path)).status()).toBe(200);
  }
  const answer = await request.get("/services/login//");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("The nearest address is");
});

test("a form sent to a wrong address is 404, not refused for its token", async ({
  request,
}) => {
  expect((await request.post("/services/logn", { form: {} })).status()).toBe(
    404,
  );
});

for (const path of ["/returns/auth/dashboard", "/payment/auth/createchallan"]) {
  test(`${path}, which the portal has, is said not to be part of this`, async ({
    page,
  }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(
      page.getByRole("heading", { name: "Not part of this simulator" }),
    ).toBeVisible();
    await expect(page.getByText("The nearest address")).toHaveCount(0);
  });
}
