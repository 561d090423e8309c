import { BOTH, ONLY_2017, ONLY_2026 } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import {
  appended,
  attributed,
  edited,
  moved,
  relabelled,
  scripted,
  styled,
  without,
} from "../change.ts";
import type { Change } from "../change.ts";
import { mutant } from "../mutant.ts";
import type { Mutant } from "../mutant.ts";
import { inListOf } from "./in-list-of.ts";

const AT = "/services/auth/myprofile";

const labels: readonly (readonly [
  string,
  string,
  (readonly EditionName[])?,
])[] = [
  ["gstin", "GSTIN/UIN"],
  ["legal-name", "Legal Name of Business"],
  ["trade-name", "Trade Name", ONLY_2026],
  ["centre-jurisdiction", "Centre Jurisdiction"],
  ["state-jurisdiction", "State Jurisdiction"],
  ["registration-date", "Date of registration", ONLY_2017],
  ["registration-date", "Effective Date of registration", ONLY_2026],
  ["constitution", "Constitution of Business"],
  ["taxpayer-type", "Taxpayer Type"],
  ["status", "GSTIN / UIN Status"],
  ["compliance-rating", "Compliance Rating"],
  ["aadhaar", "Whether Aadhaar Authenticated?", ONLY_2026],
  ["e-kyc", "Whether e-KYC Verified?", ONLY_2026],
];

/** Does something to the label and the datum of a box. */
const box = (label: string, change: (name: string, value: string) => Change) =>
  change(`dt:contains("${label}")`, `dt:contains("${label}") + dd`);

/** A trade name may be empty: not every business has one. */
const withoutDatum = (
  clause: string,
  label: string,
  editions: readonly EditionName[],
) => [
  mutant(
    clause,
    `${label} has no datum`,
    box(label, (_, value) => relabelled(AT, value, "")),
    editions,
  ),
  mutant(
    clause,
    `${label} has lost its datum`,
    box(label, (_, value) => without(AT, value)),
    editions,
  ),
];

const boxMutants = labels.flatMap(
  ([what, label, editions = BOTH]): Mutant[] => {
    const clause = `profile.${what}`;
    return [
      mutant(
        clause,
        `${label} is missing`,
        box(label, (name) =>
          edited(AT, ($) => {
            $(name).parent().remove();
          }),
        ),
        editions,
      ),
      mutant(
        clause,
        `${label} is called otherwise`,
        box(label, (name) => relabelled(AT, name, "Something else")),
        editions,
      ),
      ...(what === "trade-name" ? [] : withoutDatum(clause, label, editions)),
    ];
  },
);

const section = (nth: number) => `details.panel:nth-of-type(${nth}) summary`;

const sectionMutants = (
  [
    ["people", 1],
    ["activities", 2],
  ] as const
).flatMap(([what, nth]) => [
  mutant(
    `profile.${what}`,
    `the section of ${what} is missing`,
    without(AT, section(nth)),
  ),
  mutant(
    `profile.${what}`,
    `the section of ${what} is called otherwise`,
    relabelled(AT, section(nth), "More"),
  ),
  mutant(
    `profile.${what}`,
    `the name of the section of ${what} goes on`,
    appended(AT, section(nth), " and more"),
  ),
  mutant(
    `profile.${what}-collapses`,
    `the section of ${what} stays shut`,
    scripted(
      AT,
      `document.querySelector("${section(nth)}").onclick = () => false`,
    ),
  ),
  mutant(
    `profile.${what}-collapses`,
    `the section of ${what} is a heading`,
    edited(AT, ($) => {
      const title = $(section(nth)).text();
      $(section(nth)).parent().replaceWith(`<h3>${title}</h3>`);
    }),
  ),
]);

/** Steps 3 and 4: the profile, and on to Manage API Access. */
export const profileMutants = [
  ...boxMutants,
  mutant(
    "profile.gstin",
    "the GSTIN has 14 characters",
    edited(AT, ($) => {
      const datum = $('dt:contains("GSTIN/UIN") + dd');
      datum.text(datum.text().slice(1));
    }),
  ),
  mutant(
    "profile.registration-date",
    "the date of registration is written as in ISO 8601",
    edited(AT, ($) => {
      const datum = $('dt:contains("ate of registration") + dd');
      datum.text(datum.text().split("/").toReversed().join("-"));
    }),
  ),
  ...sectionMutants,
  mutant(
    "profile.address",
    "it is elsewhere",
    moved(AT, "/services/auth/profile"),
  ),
  mutant(
    "profile.breadcrumb",
    "its breadcrumb says Profile",
    relabelled(AT, ".breadcrumb li:last-child", "Profile"),
  ),
  mutant(
    "profile.breadcrumb",
    "its breadcrumb lacks the Dashboard",
    without(AT, ".breadcrumb li:first-child"),
  ),
  ...inListOf({
    clause: "profile.quick-links",
    at: AT,
    selector: ".profile-side ul",
    item: "li",
    named: "a",
    texts: ({ profile }) => profile.quickLinks,
  }),
  mutant(
    "profile.quick-links",
    "the Quick Links are called otherwise",
    relabelled(AT, ".profile-side h2", "Links"),
  ),
  mutant(
    "profile.quick-links-at-left",
    "the Quick Links are on the right side",
    styled(AT, ".row.profile { flex-direction: row-reverse; direction: rtl }"),
  ),
  ...inListOf({
    clause: "profile.tabs",
    at: AT,
    selector: "[data-tabs]",
    item: "li",
    named: "a",
    texts: ({ profile }) => profile.tabs,
  }),
  mutant(
    "profile.tabs-switch",
    "the tabs do not switch",
    attributed(AT, "[data-tabs]", { "data-tabs": null }),
  ),
  mutant(
    "profile.rows-of-three",
    "the boxes stand in rows of two",
    styled(AT, ".fields { display: grid; grid-template-columns: 1fr 1fr }"),
  ),
  mutant(
    "profile.leads-to-api-access",
    "Manage API Access leads to the home screen",
    attributed(AT, "a[href$=manageapiaccess]", {
      href: "/services/auth/fowelcome",
    }),
  ),
  mutant(
    "profile.leads-to-api-access",
    "Manage API Access leads nowhere",
    attributed(AT, "a[href$=manageapiaccess]", { href: "#" }),
  ),
];
