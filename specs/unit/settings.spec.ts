import { expect, test } from "@playwright/test";
import { isLoopback } from "../../simulator/domain/loopback.ts";
import {
  DEFAULTS,
  SettingsError,
  completeSettings,
  optionLines,
  readSettings,
} from "../../simulator/settings.ts";
import type { Settings } from "../../simulator/settings.ts";

/** A refusal is one sentence: it starts with its subject and ends with one full stop. */
const ONE_SENTENCE = /^\S[^\n]*\.$/;

test("without flags and environment the settings are the defaults", () => {
  expect(readSettings([], {})).toEqual(DEFAULTS);
  expect(DEFAULTS).toMatchObject({
    port: 1707,
    host: "127.0.0.1",
    edition: "2017",
    scenario: "default",
    control: true,
    allowRemote: false,
  });
});

test.describe("A setting is read", () => {
  const TABLE: [
    args: string[],
    env: Record<string, string>,
    settings: Partial<Settings>,
  ][] = [
    [["--port", "8080"], {}, { port: 8080 }],
    [["--port=0"], {}, { port: 0 }],
    [["--host", "::1"], {}, { host: "::1" }],
    [["--edition", "2026"], {}, { edition: "2026" }],
    [["--scenario", "class.json"], {}, { scenario: "class.json" }],
    [["--tour"], {}, { tour: "en" }],
    [["--tour", "--port", "2"], {}, { tour: "en", port: 2 }],
    [["--tour", "hi"], {}, { tour: "hi" }],
    [["--no-control"], {}, { control: false }],
    [["--control-token", "x"], {}, { controlToken: "x" }],
    [["--captcha", "123456"], {}, { captcha: "123456" }],
    [["--sign-ins-per-minute", "5"], {}, { signInsPerMinute: 5 }],
    [["--store", "memory"], {}, { store: "memory" }],
    [["--store", "redis://h:1/2"], {}, { store: "redis://h:1/2" }],
    [[], { PORTAL_STORE: "rediss://u:p@h" }, { store: "rediss://u:p@h" }],
    [["--port", "1", "--port", "2"], {}, { port: 2 }],
    [[], { PORTAL_PORT: "8080" }, { port: 8080 }],
    [[], { PORTAL_PORT: "" }, { port: 1707 }],
    [[], { PORTAL_NO_CONTROL: "1" }, { control: false }],
    [[], { PORTAL_NO_CONTROL: "true" }, { control: false }],
    [[], { PORTAL_NO_CONTROL: "0" }, { control: true }],
    [["--port", "2"], { PORTAL_PORT: "1" }, { port: 2 }],
    [
      ["--no-control"],
      { PORTAL_EDITION: "2026" },
      { control: false, edition: "2026" },
    ],
    [
      ["--host", "0.0.0.0", "--allow-remote", "--control-token", "x"],
      {},
      { host: "0.0.0.0", allowRemote: true, controlToken: "x" },
    ],
    [
      ["--host", "0.0.0.0", "--allow-remote", "--no-control"],
      {},
      { host: "0.0.0.0", control: false },
    ],
  ];
  for (const [args, env, settings] of TABLE) {
    const call = [
      ...Object.entries(env).map((pair) => pair.join("=")),
      ...args,
    ];
    test(`from ${call.join(" ")}`, () => {
      expect(readSettings(args, env)).toEqual({
        ...DEFAULTS,
        ...(args.includes("--allow-remote") && { allowRemote: true }),
        ...settings,
      });
    });
  }
});

test.describe("A refusal is one sentence, on", () => {
  const TABLE: [args: string[], env: Record<string, string>, says: RegExp][] = [
    [["--prot", "1"], {}, /no --prot; there is --port, --host/],
    [["-p"], {}, /no -p; there is --port/],
    [["1707"], {}, /"1707" is not an option; there is --port/],
    [["--port"], {}, /--port needs a value: NUMBER/],
    [["--port", "ten"], {}, /--port .* from 0 to 65535, not "ten"/],
    [["--port", "65536"], {}, /from 0 to 65535, not "65536"/],
    [["--worlds", "0"], {}, /--worlds .* from 1 to/],
    [["--edition", "1947"], {}, /one of 2017, 2026, not "1947"/],
    [["--captcha", "12"], {}, /random, off or six digits, not "12"/],
    [["--store", "disk"], {}, /--store .* redis:\/\/127\.0\.0\.1:6379\/0/],
    [["--store", "redis://h/x"], {}, /--store must be memory or/],
    [["--store", "http://u:secret@h"], {}, /^(?!.*secret).*memory or/],
    [["--log", "loud"], {}, /one of silent, error, info, not "loud"/],
    [["--no-control=1"], {}, /--no-control takes no value/],
    [["--host", "0.0.0.0"], {}, /--allow-remote .*127\.0\.0\.1/],
    [["--host", "0.0.0.0", "--allow-remote"], {}, /--control-token TOKEN/],
    [[], { PORTAL_PORT: "ten" }, /PORTAL_PORT .* not "ten"/],
    [[], { PORTAL_NO_CONTROL: "maybe" }, /PORTAL_NO_CONTROL .* not "maybe"/],
  ];
  for (const [args, env, says] of TABLE) {
    const call = [
      ...Object.entries(env).map((pair) => pair.join("=")),
      ...args,
    ];
    test(call.join(" "), () => {
      const read = () => readSettings(args, env);
      expect(read).toThrow(SettingsError);
      expect(read).toThrow(says);
      expect(read).toThrow(ONE_SENTENCE);
    });
  }
});

test.describe("A caller of the library", () => {
  test("gets a free port, and what it leaves undefined is as the default", () => {
    const settings = completeSettings({ controlToken: undefined });
    expect(settings).toEqual({ ...DEFAULTS, port: 0 });
  });

  test("may give every setting there is", () => {
    expect(completeSettings(DEFAULTS)).toEqual(DEFAULTS);
  });
});

test.describe("A host is this machine's alone:", () => {
  for (const [host, isOurs] of [
    ["127.0.0.1", true],
    ["127.1.2.3", true],
    ["localhost", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.0.1", false],
    ["127.0.0.1.example.com", false],
    ["", false],
  ] as const) {
    test(`${JSON.stringify(host)} is ${isOurs ? "" : "not "}so`, () => {
      expect(isLoopback(host)).toBe(isOurs);
    });
  }
});

test("the help text has a line for each option", () => {
  const lines = optionLines().join("\n");
  for (const option of ["--port NUMBER", "--host ADDRESS", "--no-control"]) {
    expect(lines).toContain(option);
  }
});
