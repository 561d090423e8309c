import { expect, test } from "@playwright/test";
import {
  authenticationCodes,
  dataCallCodes,
  errorFor,
} from "../../../simulator/taxpayer-api/replies.ts";
import type { Refusal } from "../../../simulator/taxpayer-api/replies.ts";
import {
  isWireCode,
  WIRE_CODES,
  wireError,
} from "../../../simulator/taxpayer-api/wire-errors.ts";

const ACCESS_CLOSED =
  "API access is not available or user expiry Duration is less than or equal to auth token expiry duration";

const authentication: [Refusal, number, string, string][] = [
  ["malformed-json", 200, "GEN5007", "Malformed Request"],
  ["client-id-missing", 403, "AUT4031", "Client ID is Null"],
  ["client-secret-missing", 403, "AUT4032", "Client-Secret is Null"],
  ["client-id-unknown", 403, "AUT4033", "Invalid Client ID"],
  ["client-secret-wrong", 403, "AUT4034", "Invalid Client-Secret"],
  ["action-unknown", 200, "AUTH4035", "Invalid Request Action"],
  ["field-missing", 200, "GEN5001", "Missing Mandatory Params"],
  ["user-unknown", 200, "AUTH4032", "Invalid USER"],
  [
    "state-mismatch",
    200,
    "AUTH4041",
    "Invalid Parameter state-cd in request header",
  ],
  ["app-key-unreadable", 200, "AUTH4036", "Invalid App Key"],
  ["access-off", 200, "AUTH4037", ACCESS_CLOSED],
  ["access-ended", 200, "AUTH4037", ACCESS_CLOSED],
  ["duration-too-short-to-refresh", 200, "AUTH4037", ACCESS_CLOSED],
  [
    "too-many-sessions",
    200,
    "AUTH403",
    "Maximum session allowed for user with this GSP account exceeded.",
  ],
  ["otp-not-accepted", 200, "AUTH4033", "Invalid Session"],
  ["token-unknown", 200, "AUTH4033", "Invalid Session"],
  ["token-expired", 200, "AUTH4038", "Session Expired"],
  ["refresh-too-late", 200, "AUTH4033", "Invalid Session"],
];

test.describe("an authentication action", () => {
  for (const [refusal, status, code, message] of authentication) {
    test(`answers ${refusal} with ${code}`, () => {
      const error = errorFor(refusal, authenticationCodes);
      expect(error).toEqual({ code, message, status });
    });
  }

  test("answers an outage of the OTP server with TEC4001", () => {
    expect(wireError("TEC4001").message).toBe(
      "OTP generation failed as OTP server is down. Contact Support",
    );
  });
});

test.describe("a data call", () => {
  test("has its family's own code for a token it does not know", () => {
    const codeOf = (call: keyof typeof dataCallCodes) =>
      errorFor("token-unknown", dataCallCodes[call]).code;
    expect(codeOf("GETPREF")).toBe("RT-R1R3BAV-1007");
    expect(codeOf("RETSAVE")).toBe("AUTH158");
  });

  test("has the returns' codes for headers", () => {
    const codeOf = (refusal: Refusal) =>
      errorFor(refusal, dataCallCodes.GETPREF).code;
    expect(codeOf("header-missing")).toBe("RET11400");
    expect(codeOf("user-unknown")).toBe("RET11409");
    expect(codeOf("state-mismatch")).toBe("RET11404");
    expect(codeOf("gstin-mismatch")).toBe("RET11410");
  });

  test("shares the codes for closed access and an ended token", () => {
    for (const refusal of [
      "access-off",
      "access-ended",
      "token-expired",
    ] as const) {
      expect(errorFor(refusal, dataCallCodes.RETSAVE)).toEqual(
        errorFor(refusal, authenticationCodes),
      );
    }
  });
});

test("a setting can put another code in a choice's place", () => {
  const changes = { "access-ended": "AUTH4038" } as const;
  expect(errorFor("access-ended", authenticationCodes, changes).code).toBe(
    "AUTH4038",
  );
  expect(errorFor("access-off", authenticationCodes, changes).code).toBe(
    "AUTH4037",
  );
});

test("every code has a message; nothing else is a code", () => {
  for (const code of WIRE_CODES) expect(wireError(code).message).not.toBe("");
  expect(isWireCode("AUTH4037")).toBe(true);
  expect(isWireCode("toString")).toBe(false);
});
