import { expect, test } from "@playwright/test";
import {
  choose,
  neverChosen,
  openWindow,
} from "../../simulator/domain/api-access.ts";
import type { ApiAccess } from "../../simulator/domain/api-access.ts";
import { defaultApiSessionRules } from "../../simulator/domain/api-session-rules.ts";
import type { ApiSessionRules } from "../../simulator/domain/api-session-rules.ts";
import {
  afterSwitch,
  closeSession,
  openSession,
  refreshSession,
  requestOtp,
  useSession,
} from "../../simulator/domain/api-session-steps.ts";
import {
  expiryMinutes,
  sessionEnd,
  tokenEnd,
} from "../../simulator/domain/api-session-times.ts";
import { noLogins } from "../../simulator/domain/api-session.ts";
import type {
  ApiLogins,
  ApiRefusal,
  Refused,
} from "../../simulator/domain/api-session.ts";
import { DURATIONS } from "../../simulator/domain/editions.ts";
import type { DurationLabel } from "../../simulator/domain/editions.ts";

/*
 * Every row of the facts' decisions (taxpayer API §4). Time is counted in milliseconds
 * from CONFIRM, which is at 0 unless a test says otherwise.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TOKEN = 6 * HOUR;
const OTP = 10 * MINUTE;

const off = choose({ enable: false }, 0);

function on(label: DurationLabel, since = 0): ApiAccess {
  return { chosen: true, window: openWindow(DURATIONS[label], since) };
}

/** The portal of one taxpayer, told what happens and when. */
class Portal {
  access: ApiAccess;
  logins: ApiLogins = noLogins;
  readonly #rules: ApiSessionRules;

  constructor(access: ApiAccess, rules: Partial<ApiSessionRules> = {}) {
    this.access = access;
    this.#rules = { ...defaultApiSessionRules, ...rules };
  }

  confirm(access: ApiAccess, now: number) {
    this.logins = afterSwitch(this.logins, this.access, {
      access,
      rules: this.#rules,
      now,
    });
    this.access = access;
  }

  requestOtp(now: number, digits = "575757", clientId = "app") {
    return this.#keep(
      requestOtp(this.logins, { clientId, digits }, this.#at(now)),
    );
  }

  authenticate(
    now: number,
    authToken: string,
    digits = "575757",
    clientId = "app",
  ) {
    const login = { clientId, digits, authToken };
    return this.#keep(openSession(this.logins, login, this.#at(now)));
  }

  /** OTP and login in one breath. */
  login(now: number, authToken: string, clientId = "app") {
    this.requestOtp(now, "575757", clientId);
    return this.authenticate(now, authToken, "575757", clientId);
  }

  refresh(now: number, authToken: string, next = `${authToken}+`) {
    const refresh = { authToken, next: { authToken: next } };
    return this.#keep(refreshSession(this.logins, refresh, this.#at(now)));
  }

  logout(now: number, authToken: string) {
    return this.#keep(closeSession(this.logins, authToken, this.#at(now)));
  }

  call(now: number, authToken: string) {
    return verdict(useSession(this.logins, authToken, this.#at(now)));
  }

  #at(now: number) {
    return { access: this.access, rules: this.#rules, now };
  }

  #keep(step: { ok: true; logins: ApiLogins } | Refused) {
    if (step.ok) this.logins = step.logins;
    return verdict(step);
  }
}

function verdict(outcome: { ok: true } | Refused): "ok" | ApiRefusal {
  return outcome.ok ? "ok" : outcome.refusal;
}

test.describe("row 1: the access window runs from CONFIRM", () => {
  for (const { label, minutes } of Object.values(DURATIONS)) {
    test(`for ${label}, to the millisecond`, () => {
      const end = minutes * MINUTE;
      const portal = new Portal(on(label));
      expect(portal.requestOtp(-1)).toBe("access-off");
      expect(portal.requestOtp(0)).toBe("ok");
      expect(portal.requestOtp(end - 1)).toBe("ok");
      expect(portal.requestOtp(end)).toBe("access-ended");
    });
  }

  test("however late the login was: 6 hrs leave its token what is left of them", () => {
    const portal = new Portal(on("6 hrs"));
    portal.login(4 * HOUR, "T");
    expect(portal.call(6 * HOUR - 1, "T")).toBe("ok");
    expect(portal.call(6 * HOUR, "T")).toBe("access-ended");
  });
});

test.describe("row 2: a session never outlives the access window", () => {
  test("its calls end with it", () => {
    const portal = new Portal(on("7 days"));
    portal.login(7 * DAY - HOUR, "T");
    expect(portal.call(7 * DAY - 1, "T")).toBe("ok");
    expect(portal.call(7 * DAY, "T")).toBe("access-ended");
  });

  test("a new Yes lets it live on inside the new window", () => {
    const portal = new Portal(on("7 days"));
    portal.login(7 * DAY - HOUR, "T");
    portal.confirm(on("7 days", 7 * DAY - 1), 7 * DAY - 1);
    expect(portal.call(7 * DAY, "T")).toBe("ok");
    expect(portal.refresh(7 * DAY, "T")).toBe("ok");
  });

  test("a new Yes does not wake one that had ended", () => {
    const portal = new Portal(on("7 days"));
    portal.login(7 * DAY - HOUR, "T");
    portal.confirm(on("7 days", 7 * DAY), 7 * DAY);
    expect(portal.call(7 * DAY, "T")).toBe("token-unknown");
    expect(portal.refresh(7 * DAY, "T")).toBe("token-unknown");
  });
});

test.describe("rows 1 and 2, the other reading: a duration runs from the login", () => {
  const rules = { sessionRunsFrom: "login" } as const;

  test("the session goes on after the window, for the whole duration", () => {
    const portal = new Portal(on("12 hrs"), rules);
    portal.login(10 * HOUR, "T");
    expect(portal.refresh(15 * HOUR, "T", "U")).toBe("ok");
    expect(portal.call(21 * HOUR - 1, "U")).toBe("ok");
    expect(portal.refresh(20 * HOUR, "U", "V")).toBe("ok");
    expect(portal.call(22 * HOUR - 1, "V")).toBe("ok");
    expect(portal.call(22 * HOUR, "V")).toBe("access-ended");
    expect(portal.refresh(22 * HOUR, "V")).toBe("access-ended");
  });

  test("no new one is opened after the window", () => {
    const portal = new Portal(on("12 hrs"), rules);
    portal.login(10 * HOUR, "T");
    expect(portal.requestOtp(12 * HOUR)).toBe("access-ended");
  });

  test("a new Yes after the window leaves it alive", () => {
    const portal = new Portal(on("12 hrs"), rules);
    portal.login(10 * HOUR, "T");
    portal.confirm(on("12 hrs", 13 * HOUR), 13 * HOUR);
    expect(portal.call(14 * HOUR, "T")).toBe("ok");
  });
});

test.describe("row 3: No ends live sessions at once", () => {
  test("and a Yes right after does not bring them back", () => {
    const portal = new Portal(on("30 days"));
    portal.login(HOUR, "T");
    portal.confirm(off, HOUR);
    expect(portal.call(HOUR, "T")).toBe("access-off");
    portal.confirm(on("30 days", HOUR), HOUR);
    expect(portal.call(HOUR, "T")).toBe("token-unknown");
    expect(portal.refresh(HOUR, "T")).toBe("token-unknown");
  });

  test("the other reading: a token works until its own end, and gets no successor", () => {
    const portal = new Portal(on("30 days"), { noEndsSessions: false });
    portal.login(HOUR, "T");
    portal.confirm(off, 2 * HOUR);
    expect(portal.call(HOUR + TOKEN - 1, "T")).toBe("ok");
    expect(portal.call(HOUR + TOKEN, "T")).toBe("token-expired");
    expect(portal.refresh(3 * HOUR, "T")).toBe("access-off");
    expect(portal.requestOtp(3 * HOUR)).toBe("access-off");
    expect(portal.call(3 * HOUR, "unknown")).toBe("access-off");
  });
});

test.describe("row 4: expiry counts, in minutes,", () => {
  for (const { label, minutes } of Object.values(DURATIONS)) {
    const window = openWindow(DURATIONS[label], 0);

    test(`the chosen duration: ${minutes} for ${label}`, () => {
      expect(expiryMinutes(window, defaultApiSessionRules)).toBe(minutes);
    });

    test(`or, as a setting, the token's life: 360 for ${label}`, () => {
      const rules = {
        ...defaultApiSessionRules,
        expiryCounts: "token",
      } as const;
      expect(expiryMinutes(window, rules)).toBe(360);
    });
  }
});

test("rows 5 and 17: a token lives 6 hours, then a data call finds it expired", () => {
  const portal = new Portal(on("30 days"));
  portal.login(HOUR, "T");
  expect(portal.call(HOUR + TOKEN - 1, "T")).toBe("ok");
  expect(portal.call(HOUR + TOKEN, "T")).toBe("token-expired");
});

test.describe("rows 6 and 15: a token can be refreshed until it ends", () => {
  for (const grace of [0, 18 * HOUR]) {
    test(`and for a grace of ${grace / HOUR} h after that`, () => {
      const portal = new Portal(on("30 days"), { refreshGrace: grace });
      portal.login(0, "T");
      expect(portal.refresh(TOKEN + grace, "T")).toBe("refresh-too-late");
      expect(portal.refresh(TOKEN + grace - 1, "T", "U")).toBe("ok");
      expect(portal.call(TOKEN + grace - 1, "U")).toBe("ok");
    });
  }

  test("not sooner than right away: nothing refuses an early refresh", () => {
    const portal = new Portal(on("30 days"));
    portal.login(0, "T");
    expect(portal.refresh(0, "T")).toBe("ok");
  });

  test("a grace does not make a data call out of an ended token", () => {
    const portal = new Portal(on("30 days"), { refreshGrace: 18 * HOUR });
    portal.login(0, "T");
    expect(portal.call(TOKEN, "T")).toBe("token-expired");
  });
});

test.describe("rows 7 and 8: an OTP", () => {
  test("is good for 10 minutes", () => {
    const portal = new Portal(on("30 days"));
    portal.requestOtp(0);
    expect(portal.authenticate(OTP, "T")).toBe("otp-not-accepted");
    expect(portal.authenticate(OTP - 1, "T")).toBe("ok");
  });

  test("is good once", () => {
    const portal = new Portal(on("30 days"));
    portal.requestOtp(0);
    expect(portal.authenticate(1, "T")).toBe("ok");
    expect(portal.authenticate(2, "U")).toBe("otp-not-accepted");
    expect(portal.call(2, "T")).toBe("ok");
  });

  test("is not used up by wrong ones, however many", () => {
    const portal = new Portal(on("30 days"));
    portal.requestOtp(0, "123456");
    for (const wrong of ["575757", "", "123457", "1234560", "0123456"]) {
      expect(portal.authenticate(1, "T", wrong)).toBe("otp-not-accepted");
    }
    expect(portal.authenticate(2, "T", "123456")).toBe("ok");
  });

  test("is voided by the next one", () => {
    const portal = new Portal(on("30 days"));
    portal.requestOtp(0, "111111");
    portal.requestOtp(1, "222222");
    expect(portal.authenticate(2, "T", "111111")).toBe("otp-not-accepted");
    expect(portal.authenticate(2, "T", "222222")).toBe("ok");
  });

  test("must have been asked for, by the same app", () => {
    const portal = new Portal(on("30 days"));
    expect(portal.authenticate(0, "T")).toBe("otp-not-accepted");
    portal.requestOtp(0, "575757", "other app");
    expect(portal.authenticate(0, "T")).toBe("otp-not-accepted");
  });

  test("of one app stays good when another app asks", () => {
    const portal = new Portal(on("30 days"));
    portal.requestOtp(0, "111111");
    portal.requestOtp(1, "222222", "other app");
    expect(portal.authenticate(2, "T", "111111")).toBe("ok");
  });
});

test.describe("rows 9 and 10: while access is off", () => {
  for (const [state, access] of [
    ["nothing was ever chosen", neverChosen],
    ["No was chosen", off],
  ] as const) {
    test(`as ${state}, no OTP is sent`, () => {
      expect(new Portal(access).requestOtp(0)).toBe("access-off");
    });
  }

  test("an OTP sent before logs nobody in, and is not used up by that", () => {
    const portal = new Portal(on("30 days"));
    portal.requestOtp(0);
    portal.confirm(off, 1);
    expect(portal.authenticate(2, "T")).toBe("access-off");
    portal.confirm(on("30 days", 3), 3);
    expect(portal.authenticate(4, "T")).toBe("ok");
  });

  test("an OTP sent before the window ran out logs nobody in after it", () => {
    const portal = new Portal(on("6 hrs"));
    portal.requestOtp(6 * HOUR - 1);
    expect(portal.authenticate(6 * HOUR, "T")).toBe("access-ended");
  });
});

test.describe("rows 11 and 12: any duration logs in", () => {
  for (const label of Object.keys(DURATIONS) as DurationLabel[]) {
    const refreshed =
      label === "6 hrs" ? "duration-too-short-to-refresh" : "ok";

    test(`${label}: a refresh then is ${refreshed}`, () => {
      const portal = new Portal(on(label));
      expect(portal.login(0, "T")).toBe("ok");
      expect(portal.call(0, "T")).toBe("ok");
      expect(portal.refresh(HOUR, "T")).toBe(refreshed);
    });
  }

  test("a session of 6 hrs survives the refused refresh", () => {
    const portal = new Portal(on("6 hrs"));
    portal.login(0, "T");
    portal.refresh(HOUR, "T");
    expect(portal.call(HOUR, "T")).toBe("ok");
  });
});

test("row 13: a refresh brings a new token of 6 hours, and the old one dies", () => {
  const portal = new Portal(on("30 days"));
  portal.login(0, "T");
  expect(portal.refresh(5 * HOUR, "T", "U")).toBe("ok");
  expect(portal.call(5 * HOUR, "T")).toBe("token-unknown");
  expect(portal.refresh(5 * HOUR, "T")).toBe("token-unknown");
  expect(portal.call(11 * HOUR - 1, "U")).toBe("ok");
  expect(portal.call(11 * HOUR, "U")).toBe("token-expired");
});

test("row 14: refreshed in time again and again, a session lasts as long as its window", () => {
  const portal = new Portal(on("30 days"));
  portal.login(0, "0");
  let refreshes = 0;
  for (let now = 5 * HOUR; now < 30 * DAY; now += 5 * HOUR) {
    expect(portal.refresh(now, `${refreshes}`, `${++refreshes}`)).toBe("ok");
  }
  expect(portal.refresh(30 * DAY, `${refreshes}`)).toBe("access-ended");
  expect(refreshes).toBe(143);
});

test("row 16: nothing is refreshed after No", () => {
  const portal = new Portal(on("30 days"));
  portal.login(0, "T");
  portal.confirm(off, 1);
  expect(portal.refresh(1, "T")).toBe("access-off");
});

test("row 18: a data call after No is refused for the access, known token or not", () => {
  const portal = new Portal(on("30 days"));
  portal.login(0, "T");
  portal.confirm(off, 1);
  expect(portal.call(1, "T")).toBe("access-off");
  expect(portal.call(1, "unknown")).toBe("access-off");
});

test.describe("row 19: a new login", () => {
  test("replaces the session of the same app only", () => {
    const portal = new Portal(on("30 days"));
    portal.login(0, "T");
    portal.login(0, "O", "other app");
    portal.login(1, "U");
    expect(portal.call(2, "T")).toBe("token-unknown");
    expect(portal.call(2, "U")).toBe("ok");
    expect(portal.call(2, "O")).toBe("ok");
  });

  test("that fails leaves the session before it alone", () => {
    const portal = new Portal(on("30 days"));
    portal.login(0, "T");
    portal.requestOtp(1);
    portal.authenticate(1, "U", "000000");
    expect(portal.call(2, "T")).toBe("ok");
  });

  test("stands beside the earlier ones where a limit is set, until it is reached", () => {
    const portal = new Portal(on("30 days"), { sessionLimit: 2 });
    portal.login(0, "T");
    portal.login(1, "U");
    expect(portal.call(2, "T")).toBe("ok");
    expect(portal.call(2, "U")).toBe("ok");
    expect(portal.requestOtp(2)).toBe("too-many-sessions");
    expect(portal.requestOtp(2, "575757", "other app")).toBe("ok");
  });

  test("is possible again when the oldest token has ended, or after a logout", () => {
    const portal = new Portal(on("30 days"), { sessionLimit: 2 });
    portal.login(0, "T");
    portal.login(1, "U");
    expect(portal.requestOtp(TOKEN - 1)).toBe("too-many-sessions");
    expect(portal.requestOtp(TOKEN)).toBe("ok");
    expect(portal.authenticate(TOKEN, "V")).toBe("ok");
    expect(portal.requestOtp(TOKEN)).toBe("too-many-sessions");
    expect(portal.logout(TOKEN, "U")).toBe("ok");
    expect(portal.requestOtp(TOKEN)).toBe("ok");
  });
});

test.describe("row 20: a duration shortened during a session", () => {
  test("to 6 hrs applies at the next refresh, and caps the session", () => {
    const portal = new Portal(on("30 days"));
    portal.login(0, "T");
    portal.refresh(5 * HOUR, "T", "U");
    portal.confirm(on("6 hrs", 5 * HOUR), 5 * HOUR);
    expect(portal.call(5 * HOUR, "U")).toBe("ok");
    expect(portal.refresh(5 * HOUR, "U")).toBe("duration-too-short-to-refresh");
    expect(portal.call(11 * HOUR, "U")).toBe("access-ended");
  });

  test("lengthened again, it can be refreshed again", () => {
    const portal = new Portal(on("6 hrs"));
    portal.login(0, "T");
    portal.confirm(on("12 hrs", HOUR), HOUR);
    expect(portal.refresh(2 * HOUR, "T")).toBe("ok");
  });
});

test.describe("a logout", () => {
  test("ends the session it names", () => {
    const portal = new Portal(on("30 days"));
    portal.login(0, "T");
    expect(portal.logout(1, "T")).toBe("ok");
    expect(portal.call(1, "T")).toBe("token-unknown");
    expect(portal.logout(1, "T")).toBe("token-unknown");
  });

  test("needs a token that has not ended, but no open access", () => {
    const portal = new Portal(on("6 hrs"));
    portal.login(HOUR, "T");
    expect(portal.logout(HOUR + TOKEN, "T")).toBe("token-expired");
    expect(portal.logout(HOUR + TOKEN - 1, "T")).toBe("ok");
  });
});

test("a refused step changes nothing", () => {
  const portal = new Portal(on("30 days"));
  portal.login(0, "T");
  portal.requestOtp(1);
  const before = structuredClone(portal.logins);
  portal.authenticate(2, "U", "000000");
  portal.refresh(2, "unknown");
  portal.refresh(TOKEN, "T");
  portal.logout(2, "unknown");
  portal.requestOtp(30 * DAY);
  expect(portal.logins).toEqual(before);
});

test("records survive JSON, and OTPs that nobody used do not pile up", () => {
  const portal = new Portal(on("30 days"));
  portal.login(0, "T");
  for (let app = 0; app < 50; app++) {
    portal.requestOtp(app * MINUTE, "575757", `app ${app}`);
  }
  expect(portal.logins.otps).toHaveLength(10);
  expect(JSON.parse(JSON.stringify(portal.logins))).toEqual(portal.logins);
});

test("the ends of token and session can be told", () => {
  const portal = new Portal(on("12 hrs"));
  portal.login(HOUR, "T");
  const window = openWindow(DURATIONS["12 hrs"], 0);
  const session = portal.logins.sessions[0]!;
  expect(tokenEnd(session, defaultApiSessionRules)).toBe(7 * HOUR);
  expect(sessionEnd(session, window, defaultApiSessionRules)).toBe(12 * HOUR);
  const fromLogin = {
    ...defaultApiSessionRules,
    sessionRunsFrom: "login",
  } as const;
  expect(sessionEnd(session, window, fromLogin)).toBe(13 * HOUR);
});
