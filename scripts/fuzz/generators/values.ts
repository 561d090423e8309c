import fc from "fast-check";

/** Bytes of any kind, a character each. */
export const bytes = fc.string({
  unit: fc
    .integer({ min: 0, max: 255 })
    .map((code) => String.fromCharCode(code)),
  maxLength: 24,
});

/** What a reflected value must not come back as; `judge.ts` looks for them. */
export const MARKUP = `"><script>fuzz()</script>`;
export const INJECTED = "\r\nX-Injected: 1";

/** Whom and what requests name: some are there, some are somebody's trap. */
export const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("never_enabled", "enabled_30_days") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "run_out",
      "locked",
      "old_password",
      "NEVER_ENABLED",
      "__proto__",
      "constructor",
      "toString",
      "..",
      "%2e%2e",
      "%00",
      "%ff%fe",
      "%E0%A4%A",
      "a/b",
      encodeURIComponent(MARKUP),
      encodeURIComponent(INJECTED),
      "x".repeat(300),
    ),
  },
  { weight: 1, arbitrary: bytes },
);

/** Values of fields: right ones, so that requests come far, and all the others. */
export const value: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "Simulator@1",
      "never_enabled",
      "Y",
      "N",
      "360",
      "43200",
      "575757",
      "29AAACA0000A1Z1",
      "PT6H",
      "7 days",
      "login",
      "error",
      "OTPREQUEST",
      "AUTHTOKEN",
      "REFRESHTOKEN",
      "2030-01-01T00:00:00Z",
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\0",
      "\xff\xfe",
      "\xc0\xaf",
      "\xed\xa0\x80",
      "\xf0\x9f\x98\x80",
      MARKUP,
      INJECTED,
      "../../../package.json",
      "%00",
      "%",
      "-1",
      "1e999",
      "NaN",
      "[object Object]",
      "__proto__",
      "<%= 7 * 7 %>",
      "0".repeat(64),
      "{{csrf}}",
      "{{panelCsrf}}",
      "{{replayedCsrf}}",
    ),
  },
  { weight: 2, arbitrary: bytes },
  { weight: 1, arbitrary: fc.constantFrom("x".repeat(5_000), "9".repeat(400)) },
);

/** The fields that forms, calls and queries of the simulator have, and what nobody has. */
export const field = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "_csrf",
      "user_name",
      "user_pass",
      "captcha",
      "username",
      "password",
      "isAPIEnable",
      "exDm",
      "otp",
      "old_pass",
      "new_pass",
      "confirm_pass",
      "gstin",
      "do",
      "world",
      "token",
      "action",
      "app_key",
      "auth_token",
      "kind",
      "limit",
      "q",
      "did",
      "at",
      "times",
      "delay",
      "by",
      "now",
      "name",
      "taxpayers",
      "apiAccess",
      "popups",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "__proto__",
      "constructor",
      "constructor[prototype][polluted]",
      "__proto__[polluted]",
      "user_name[]",
      "a[b][c]",
      "hasOwnProperty",
      "toString",
      "",
    ),
  },
  { weight: 1, arbitrary: bytes },
);
