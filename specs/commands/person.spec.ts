import { PassThrough } from "node:stream";
import { expect, test } from "@playwright/test";
import { personAtTerminal } from "../conformance/people/person-at-terminal.ts";

const ADDRESS = "https://portal.test/services/otp";
const FORM = `<label>Characters <input id="captcha"></label>
  <form action="/services/auth/"><label>OTP <input></label><button>Send</button></form>`;

test("a person is told in the terminal and in the page what to type, and the run goes on when that is done", async ({
  page,
}) => {
  await page.route("https://portal.test/**", (route) =>
    route.fulfill({ contentType: "text/html", body: FORM }),
  );
  await page.goto(ADDRESS);
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const person = personAtTerminal({ say, patience: 20_000 });
  const hint = page.getByRole("status");

  const typed = person.typeCaptcha(page);
  await expect(hint).toHaveText(
    /Type the CAPTCHA into its field. Do not press LOGIN/,
  );
  expect(lines.pop()).toContain("Type the CAPTCHA in the browser's window");
  // At the foot: a ribbon at the top is to be seen.
  const { y = 0 } = (await hint.boundingBox()) ?? {};
  expect(y).toBeGreaterThan((page.viewportSize()?.height ?? 0) / 2);
  // Wherever the cursor was: the person need not click first.
  await page.keyboard.type("123456");
  await typed;
  await expect(hint).toHaveCount(0);

  const sent = person.typeOtp(page);
  await expect(hint).toHaveText(/Type the one-time password into its field/);
  expect(lines.pop()).toContain("asks for a one-time password");
  await page.getByRole("button").click();
  await sent;

  await page.goto(ADDRESS);
  const input = new PassThrough();
  const early = personAtTerminal({ say, patience: 20_000, input });
  const entered = early.typeCaptcha(page);
  await expect(hint).toBeVisible();
  input.write("\n");
  await entered;

  const nobody = personAtTerminal({ say, patience: 100 });
  const never = nobody.typeCaptcha(page);
  await expect(never).rejects.toThrow("Nobody typed the CAPTCHA.");
});
