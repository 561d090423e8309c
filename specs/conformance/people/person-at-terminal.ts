import { createInterface } from "node:readline";
import type { Page } from "@playwright/test";
import type { Person } from "../run/person.ts";
import { Unreachable, until } from "../run/waiting.ts";
import { hideHint, showHint } from "./hint.ts";

const CAPTCHA = "#captcha, [placeholder^='Enter Characters' i]";
/** The portal's CAPTCHA has six digits (facts: portal §3.2). */
const LENGTH = 6;

/** What a person is asked with, and how long they may take, in milliseconds. */
export interface Terminal {
  readonly say: (line: string) => void;
  /** Where Enter may be pressed; missing where nobody sits at a terminal. */
  readonly input?: NodeJS.ReadableStream | undefined;
  readonly patience: number;
}

/**
 * Somebody who sits before the browser's window and types there what only a person may. The
 * terminal says what is waited for; so does a line in the page.
 */
export function personAtTerminal(terminal: Terminal): Person {
  return {
    typeCaptcha: async (page) => {
      const field = page.locator(CAPTCHA).filter({ visible: true }).first();
      // So that the person can type at once.
      await field.focus();
      await ask(page, terminal, {
        hint: "Type the CAPTCHA into its field. Do not press LOGIN: the run goes on by itself.",
        line: "Type the CAPTCHA in the browser's window; the run goes on after the sixth character, or at Enter here.",
        late: "Nobody typed the CAPTCHA.",
        isDone: async () => (await field.inputValue()).length >= LENGTH,
      });
    },
    typeOtp: async (page) => {
      const before = new URL(page.url()).pathname;
      await ask(page, terminal, {
        hint: "Type the one-time password into its field and send it. The run goes on by itself.",
        line: "The portal asks for a one-time password: type and send it in the browser's window; the run goes on by itself.",
        late: "Nobody typed the one-time password.",
        isDone: () => Promise.resolve(new URL(page.url()).pathname !== before),
      });
    },
  };
}

interface Question {
  readonly hint: string;
  readonly line: string;
  readonly late: string;
  readonly isDone: () => Promise<boolean>;
}

async function ask(
  page: Page,
  { say, input, patience }: Terminal,
  { hint, line, late, isDone }: Question,
): Promise<void> {
  say(line);
  await showHint(page, hint);
  let isEntered = false;
  const lines = input && createInterface({ input });
  lines?.once("line", () => (isEntered = true));
  try {
    const done = await until(
      async () => isEntered || (await isDone()) || undefined,
      patience,
    );
    if (!done) throw new Unreachable(late);
  } finally {
    lines?.close();
    await hideHint(page);
  }
}
