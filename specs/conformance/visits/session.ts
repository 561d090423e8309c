import { ONLY_2026 } from "../../contract/clause.ts";
import { brief, holds, listed } from "../finding.ts";
import { inOrder, says } from "../looks.ts";
import type { Browsing } from "../run/browsing.ts";
import { links, pressables } from "../view/controls.ts";
import type { Look, Visit } from "../visit.ts";

const denied: Look = (view, { session, apiAccess }) =>
  holds(
    view.says(session.denied) && !view.says(apiAccess.label),
    `“${session.denied}”`,
    brief(view.mainText, 300),
  );

export const deniedVisit: Visit = {
  sentence: "Manage API Access is denied to who is not signed in",
  as: "visitor",
  does: "reads",
  arrive: async ({ portal }) => {
    await portal.manageApiAccess.open();
    return undefined;
  },
  looks: {
    "session.denied": denied,
    "session.denied-text": (view, { session }) => {
      const toLogin = links(view).some(({ attribs }) =>
        (attribs["href"] ?? "").includes("login"),
      );
      const text = says(view, session.deniedText);
      return text.result === "pass"
        ? holds(toLogin, "a link to log in", listed(pressables(view)))
        : text;
    },
  },
};

const LED = [
  "/services/auth/myprofile",
  "/services/auth/changepassword",
  "/services/logout",
];

export const menuVisit: Visit = {
  sentence: "The user menu has the portal's entries",
  as: "taxpayer",
  does: "reads",
  editions: ONLY_2026,
  arrive: async ({ portal }) => {
    await portal.welcome.open();
    await portal.welcome.openMenu();
    return undefined;
  },
  looks: {
    "session.menu": (view, { session }) =>
      inOrder(session.menu, pressables(view)),
    "session.menu-last-login": (view) =>
      holds(
        /Last Logged In at\s+\d.{9,30}\bIST\b/i.test(view.text),
        "“Last Logged In at … IST”",
        brief(view.text, 300),
      ),
    "session.menu-addresses": (view) => {
      const led = links(view).map(({ attribs }) => attribs["href"] ?? "");
      const pass = LED.every((end) => led.some((href) => href.endsWith(end)));
      return holds(pass, listed(LED), listed(led));
    },
  },
};

export const menuProfileVisit: Visit = {
  sentence: "My Profile of the user menu leads to the profile",
  as: "taxpayer",
  does: "reads",
  editions: ONLY_2026,
  arrive: async ({ portal }) => {
    await portal.welcome.open();
    await portal.welcome.openMenu();
    await portal.welcome.menuEntry("My Profile").click();
    return undefined;
  },
  looks: {
    "session.menu-leads-to-profile": (view) =>
      says(view, "Legal Name of Business"),
  },
};

async function logOut({ page, url }: Browsing) {
  await page.goto(new URL("/services/logout", url).href);
}

export const logoutVisit: Visit = {
  sentence: "The logout says that it is done",
  as: "taxpayer",
  does: "reads",
  arrive: async (browsing) => {
    await logOut(browsing);
    return undefined;
  },
  looks: {
    "session.logout": (view, { session }) => says(view, session.loggedOut),
  },
};

export const loggedOutVisit: Visit = {
  sentence: "After the logout Manage API Access is denied",
  as: "taxpayer",
  does: "reads",
  arrive: async (browsing) => {
    await logOut(browsing);
    // Whether it says so is for another clause.
    const { loggedOut } = browsing.shown.session;
    await browsing.seeText(loggedOut).catch(() => browsing.settle());
    await browsing.portal.manageApiAccess.open();
    return undefined;
  },
  looks: { "session.logout-ends": denied },
};
