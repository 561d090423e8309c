import { ONLY_2026 } from "../../contract/clause.ts";
import { brief, holds, listed } from "../finding.ts";
import {
  at,
  breadcrumbIs,
  exists,
  inOrder,
  onSide,
  rendered,
  says,
} from "../looks.ts";
import { buttons, links, nameOf, pressables } from "../view/controls.ts";
import { listUnder, named } from "../view/places.ts";
import { boxOf, contains, ownText } from "../view/seen.ts";
import { same, squeezed } from "../view/text.ts";
import type { View } from "../view/view.ts";
import type { Visit } from "../visit.ts";

const GREETING = /Welcome (.+?) to GST Common Portal/i;
const LAST_LOGIN = /Last logged in on \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/i;
const ADDRESS = /Currently logged in from IP:\s*[\da-f]*[.:][\da-f.:]+/i;
const FILING = /Return filing preference \(.+?\)\s*:\s*Monthly/i;
const CALENDAR = [
  "Returns Calendar (Last 5 return periods)",
  "GSTR-1/IFF",
  "GSTR-3B",
];

const matches = (view: View, pattern: RegExp, expected: string) =>
  holds(pattern.test(view.text), `“${expected}”`, brief(view.mainText, 300));

/** The line that says `text`. */
const line = (view: View, text: string) =>
  view
    .seen("body *")
    .find((element) => squeezed(ownText(element)).includes(squeezed(text)));

const viewProfile = (view: View) => named(view, links(view), "View Profile");

/** The boxes round “View Profile”, the nearest first. */
const card = (view: View) =>
  viewProfile(view).flatMap((link) =>
    view.$(link).parents().slice(0, 3).toArray(),
  );

/** Step 2 of the guide: the home screen. */
export const welcomeVisit: Visit = {
  sentence: "The home screen is as the guide shows it",
  as: "taxpayer",
  does: "reads",
  page: "welcome",
  arrive: async ({ portal }) => {
    await portal.welcome.open();
    return undefined;
  },
  looks: {
    "welcome.breadcrumb": (view) => breadcrumbIs(view, ["Dashboard"]),
    "welcome.last-login": (view) =>
      matches(view, LAST_LOGIN, "Last logged in on DD/MM/YYYY HH:MM"),
    "welcome.ip": (view) =>
      matches(view, ADDRESS, "Currently logged in from IP: …"),
    "welcome.last-login-at-left": (view) =>
      onSide(view, line(view, "Last logged in on"), "left"),
    "welcome.ip-at-right": (view) =>
      onSide(view, line(view, "Currently logged in from IP"), "right"),
    "welcome.filing-preference": (view) =>
      matches(view, FILING, "Return filing preference (…) : Monthly"),
    "welcome.returns-calendar": (view) =>
      holds(
        CALENDAR.every((text) => view.says(text)),
        listed(CALENDAR),
        brief(view.text, 300),
      ),
    "welcome.greeting": (view) =>
      matches(view, GREETING, "Welcome … to GST Common Portal"),
    "welcome.navigation-line": (view) =>
      says(
        view,
        "You can navigate to your chosen page through navigation panel given below",
      ),
    "welcome.buttons": (view, { welcome }) =>
      inOrder(welcome.buttons, pressables(view)),
    "welcome.continue": (view) =>
      exists(
        "a button “Continue to Dashboard”",
        named(
          view,
          [...buttons(view), ...links(view)],
          "Continue to Dashboard",
        ),
        view,
        buttons(view),
      ),
    "welcome.name": (view) => {
      const name = GREETING.exec(view.text)?.[1] ?? "";
      const shared = card(view);
      const pass = view
        .exactly(name)
        .some((element) => shared.some((box) => contains(box, element)));
      return holds(
        name !== "" && pass,
        `“${name}” beside “View Profile”`,
        pass ? name : "no such name there",
      );
    },
    "welcome.view-profile": (view) =>
      exists("a link “View Profile”", viewProfile(view), view, links(view)),
    "welcome.view-profile-at-right": (view) =>
      onSide(view, viewProfile(view)[0], "right"),
    "welcome.card-gstin": (view) => {
      const pass = card(view).some((box) =>
        view
          .$(box)
          .find("*")
          .toArray()
          .some((element) => /^[\dA-Z]{15}$/i.test(ownText(element))),
      );
      return holds(pass, "a GSTIN there", pass ? "there" : "none");
    },
    "welcome.quick-links-below": rendered((view) => {
      const [link] = viewProfile(view);
      const { heading } = listUnder(view, "Quick Links");
      const above = link && boxOf(link);
      const below = heading && boxOf(heading);
      const pass = above && below && below.y >= above.y + above.height;
      return holds(
        pass ?? false,
        "Quick Links below “View Profile”",
        pass ? "below" : "not below",
      );
    }),
    "welcome.quick-links": (view, { welcome }) =>
      inOrder(
        welcome.quickLinks,
        listUnder(view, "Quick Links").links.map((link) => nameOf(view, link)),
      ),
    "welcome.address": at(
      "/services/auth/fowelcome",
      "/services/auth/dashboard",
    ),
  },
};

export const viewProfileVisit: Visit = {
  sentence: "View Profile leads to the profile",
  as: "taxpayer",
  does: "reads",
  arrive: async ({ portal }) => {
    await portal.welcome.open();
    await portal.welcome.viewProfile();
    return undefined;
  },
  looks: {
    "welcome.leads-to-profile": (view) => says(view, "Legal Name of Business"),
  },
};

export const popupVisit: Visit = {
  sentence: "A window that asks for Aadhaar is put off by Remind me later",
  as: "taxpayer",
  does: "reads",
  editions: ONLY_2026,
  arrive: async ({ page, portal, seeText, settle }) => {
    await portal.welcome.open();
    await seeText("to GST Common Portal");
    await settle();
    const before = await page
      .getByText(/^\s*remind me later\s*$/i)
      .filter({ visible: true })
      .count();
    // Whatever lies over the link is put off on the way to it.
    await portal.welcome.viewProfileLink.click({ trial: true });
    return { before: String(before) };
  },
  looks: {
    "welcome.popup-dismissed": (view, _shown, { before = "0" }) => {
      const now = pressables(view).filter((name) =>
        same(name, "Remind me later"),
      );
      return holds(
        before === "1" && now.length === 0,
        "one “Remind me later” that closes its window",
        `${before} of them, ${now.length} after the click`,
      );
    },
  },
};
