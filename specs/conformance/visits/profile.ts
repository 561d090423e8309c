import { brief, holds, listed } from "../finding.ts";
import type { Finding } from "../finding.ts";
import {
  at,
  breadcrumbIs,
  inOrder,
  labelled,
  onSide,
  rendered,
  says,
} from "../looks.ts";
import { nameOf, pressables } from "../view/controls.ts";
import { datum, listUnder } from "../view/places.ts";
import { boxOf } from "../view/seen.ts";
import { squeezed } from "../view/text.ts";
import type { View } from "../view/view.ts";
import type { Look, Visit } from "../visit.ts";

const PEOPLE = "Name of the Proprietor / Director(s) / Promoter(s)";
const ACTIVITIES = "Nature of Business Activities";

/** The boxes of the profile, as both editions label them, in the order of the guide. */
const BOXES = {
  "profile.gstin": "GSTIN/UIN",
  "profile.legal-name": "Legal Name of Business",
  "profile.centre-jurisdiction": "Centre Jurisdiction",
  "profile.state-jurisdiction": "State Jurisdiction",
  "profile.constitution": "Constitution of Business",
  "profile.taxpayer-type": "Taxpayer Type",
  "profile.status": "GSTIN / UIN Status",
  "profile.compliance-rating": "Compliance Rating",
  "profile.trade-name": "Trade Name",
} as const;

/** Where the Quick Links lead to, below `/services/auth/`; one is on another host. */
const LINKED = [
  "historyofamendment",
  "changepassword",
  "manageapiaccess",
  "stak/reg",
  "aadhaarstatus",
  "corebussts",
  "bankaccvalidstatus",
];

const box = (view: View, label: string, form: RegExp = /\S/): Finding => {
  const found = datum(view, label);
  const pass = found !== undefined && form.test(found.value);
  const seen = found ? `“${found.value}”` : "no such label";
  return holds(pass, `“${label}” with its datum`, seen);
};

const boxLooks: Record<string, Look> = Object.fromEntries(
  Object.entries(BOXES).map(([id, label]) => [id, (view) => box(view, label)]),
);

/** Step 3 of the guide: the profile. */
export const profileVisit: Visit = {
  sentence: "The profile is as the guide shows it",
  as: "taxpayer",
  does: "reads",
  page: "profile",
  arrive: async ({ portal }) => {
    await portal.profile.open();
    return undefined;
  },
  looks: {
    ...boxLooks,
    "profile.address": at("/services/auth/myprofile"),
    "profile.breadcrumb": (view) =>
      breadcrumbIs(view, ["Dashboard", "My Profile"]),
    "profile.quick-links": (view, { profile }) =>
      inOrder(
        profile.quickLinks,
        listUnder(view, "Quick Links").links.map((link) => nameOf(view, link)),
      ),
    "profile.quick-links-at-left": (view) =>
      onSide(view, listUnder(view, "Quick Links").heading, "left"),
    "profile.tabs": (view, { profile }) =>
      inOrder(profile.tabs, pressables(view)),
    "profile.gstin": (view) =>
      box(view, BOXES["profile.gstin"], /^[\dA-Z]{15}$/i),
    // Not every business has one.
    "profile.trade-name": (view) => box(view, BOXES["profile.trade-name"], /^/),
    "profile.aadhaar": (view) => box(view, "Whether Aadhaar Authenticated?"),
    "profile.e-kyc": (view) => box(view, "Whether e-KYC Verified?"),
    "profile.link-addresses": (view) => {
      const seen = listUnder(view, "Quick Links").links.map(
        ({ attribs }) => attribs["href"] ?? "",
      );
      const pass = LINKED.every((end) =>
        seen.some((href) => href.endsWith(`/services/auth/${end}`)),
      );
      return holds(pass, listed(LINKED), listed(seen));
    },
    "profile.registration-date": (view, { profile }) =>
      box(view, profile.registrationDate, /^\d{2}\/\d{2}\/\d{4}$/),
    "profile.rows-of-three": rendered((view, { profile }) => {
      const rows = new Map<number, number>();
      for (const label of [...Object.values(BOXES), profile.registrationDate]) {
        const found = datum(view, label);
        const place = found && boxOf(found.label);
        if (place) rows.set(place.y, (rows.get(place.y) ?? 0) + 1);
      }
      const longest = Math.max(0, ...rows.values());
      return holds(longest === 3, "rows of 3", `rows of up to ${longest}`);
    }),
    "profile.people": (view) => labelled(view, PEOPLE),
    "profile.activities": (view) => labelled(view, ACTIVITIES),
  },
};

const differs: Look = (view, _shown, { before = "" }) => {
  const now = squeezed(view.text);
  return holds(
    now !== before,
    "the click shows or hides something",
    now === before ? "nothing changed" : brief(view.text),
  );
};

/** A click on a part of the profile, and that it changes what is shown. */
function clickVisit(
  sentence: string,
  clause: string,
  press: (browsing: Parameters<Visit["arrive"]>[0]) => Promise<void>,
): Visit {
  return {
    sentence,
    as: "taxpayer",
    does: "reads",
    arrive: async (browsing) => {
      await browsing.portal.profile.open();
      await browsing.seeText(BOXES["profile.legal-name"]);
      const before = squeezed((await browsing.settle()).text);
      await press(browsing);
      return { before };
    },
    looks: { [clause]: differs },
  };
}

export const tabsVisit = clickVisit(
  "The tabs of the profile switch",
  "profile.tabs-switch",
  ({ portal }) => portal.profile.tab("Contacts").click(),
);

export const peopleVisit = clickVisit(
  "The profile's section of people opens and closes",
  "profile.people-collapses",
  ({ portal }) => portal.profile.section(PEOPLE).click(),
);

export const activitiesVisit = clickVisit(
  "The profile's section of activities opens and closes",
  "profile.activities-collapses",
  ({ portal }) => portal.profile.section(ACTIVITIES).click(),
);

/** Step 4 of the guide: on to Manage API Access. */
export const linkVisit: Visit = {
  sentence: "The profile's Manage API Access leads to the page of that name",
  as: "taxpayer",
  does: "reads",
  arrive: async ({ portal }) => {
    await portal.profile.open();
    await portal.profile.manageApiAccess();
    return undefined;
  },
  looks: {
    "profile.leads-to-api-access": (view, { apiAccess }) =>
      says(view, apiAccess.label),
  },
};
