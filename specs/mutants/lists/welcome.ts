import { ONLY_2026 } from "../../contract/clause.ts";
import {
  attributed,
  edited,
  moved,
  relabelled,
  rewritten,
  styled,
  without,
} from "../change.ts";
import { mutant } from "../mutant.ts";
import { inListOf } from "./in-list-of.ts";

const AT = "/services/auth/fowelcome";
const CONTINUE = "[title='Continue to Dashboard']";
const VIEW_PROFILE = ".tp-pfl-lnk";
const NAME = ".tp-dash-ttl";

/** What the page's own part says; the headings and menus round it stay. */
const says = (from: RegExp, to: string) =>
  rewritten(AT, (html) => html.replace(from, to));

/** Step 2: the home screen. */
export const welcomeMutants = [
  mutant(
    "welcome.breadcrumb",
    "it has no breadcrumb",
    without(AT, ".breadcrumb"),
  ),
  mutant(
    "welcome.breadcrumb",
    "its breadcrumb says Home",
    relabelled(AT, ".breadcrumb li", "Home"),
  ),
  mutant(
    "welcome.breadcrumb",
    "its breadcrumb has two steps",
    edited(AT, ($) => {
      $(".breadcrumb").append("<li>Welcome</li>");
    }),
  ),
  mutant(
    "welcome.last-login",
    "the last login is not told",
    without(AT, ".last-login"),
  ),
  mutant(
    "welcome.last-login",
    "the last login is told without its time",
    says(/(Last logged in on [\d/]+) [\d:]+/, "$1"),
  ),
  mutant(
    "welcome.last-login",
    "the last login is written as in ISO 8601",
    says(/(Last logged in on) (..).(..).(....)/, "$1 $4-$3-$2"),
  ),
  mutant("welcome.ip", "the address is not told", without(AT, ".login-ip")),
  mutant(
    "welcome.last-login-at-left welcome.ip-at-right",
    "the last login and the address have changed places",
    styled(AT, ".login-line { flex-direction: row-reverse }"),
  ),
  mutant(
    "welcome.ip-at-right",
    "the address stands below the last login",
    styled(AT, ".login-line { display: block } .login-ip { width: 200px }"),
  ),
  mutant(
    "welcome.card-gstin",
    "no GSTIN stands above View Profile",
    without(AT, ".tp-dash-gstin"),
    ONLY_2026,
  ),
  mutant(
    "welcome.quick-links-below",
    "the Quick Links stand above View Profile",
    styled(
      AT,
      ".welcome-side { display: flex; flex-direction: column-reverse }",
    ),
  ),
  mutant(
    "welcome.ip",
    "the address is missing in its line",
    says(/(from IP:) [^<]*/, "$1 "),
  ),
  mutant(
    "welcome.greeting",
    "nobody is greeted",
    without(AT, ".welcome-main h1"),
  ),
  mutant(
    "welcome.greeting",
    "the greeting is another",
    says(/to GST Common Portal/, "to the portal"),
  ),
  mutant(
    "welcome.navigation-line",
    "the line on the navigation panel is missing",
    says(/You can navigate [^<]*/, ""),
  ),
  ...inListOf({
    clause: "welcome.buttons",
    at: AT,
    selector: ".welcome-buttons",
    item: "div",
    named: "button > span:first-child",
    texts: ({ welcome }) => welcome.buttons,
  }),
  mutant(
    "welcome.buttons",
    "the buttons are text",
    edited(AT, ($) => {
      $(".welcome-buttons button").replaceWith("<p>Return Dashboard</p>");
    }),
  ),
  mutant(
    "welcome.continue",
    "nothing leads on to the dashboard",
    without(AT, CONTINUE),
    ONLY_2026,
  ),
  mutant(
    "welcome.continue",
    "the button to the dashboard is called otherwise",
    relabelled(AT, CONTINUE, "Dashboard"),
    ONLY_2026,
  ),
  mutant(
    "welcome.name",
    "no name stands above View Profile",
    without(AT, NAME),
  ),
  mutant(
    "welcome.name",
    "another name stands there",
    relabelled(AT, NAME, "Somebody Else"),
  ),
  mutant(
    "welcome.name",
    "the name stands elsewhere",
    edited(AT, ($) => {
      $(".login-line").append($(NAME));
    }),
  ),
  mutant(
    "welcome.view-profile",
    "View Profile is missing",
    without(AT, VIEW_PROFILE),
  ),
  mutant(
    "welcome.view-profile",
    "View Profile is called otherwise",
    relabelled(AT, VIEW_PROFILE, "My Profile"),
  ),
  mutant(
    "welcome.view-profile",
    "View Profile is text",
    edited(AT, ($) => {
      $(VIEW_PROFILE).replaceWith("<span>View Profile</span>");
    }),
  ),
  mutant(
    "welcome.view-profile-at-right",
    "View Profile is on the left side",
    styled(AT, `${VIEW_PROFILE} { position: absolute; left: 0 }`),
  ),
  mutant(
    "welcome.view-profile-at-right",
    "all stands below each other",
    styled(
      AT,
      ".welcome .row { display: block } .welcome-side { width: 300px }",
    ),
  ),
  ...inListOf({
    clause: "welcome.quick-links",
    at: AT,
    selector: ".quick-links ul",
    item: "li",
    named: "a",
    texts: ({ welcome }) => welcome.quickLinks,
  }),
  mutant(
    "welcome.quick-links",
    "the Quick Links are called otherwise",
    relabelled(AT, ".quick-links h2", "Ledgers"),
  ),
  mutant(
    "welcome.leads-to-profile",
    "View Profile leads to Manage API Access",
    attributed(AT, VIEW_PROFILE, { href: "/services/auth/manageapiaccess" }),
  ),
  mutant(
    "welcome.leads-to-profile",
    "View Profile leads nowhere",
    attributed(AT, VIEW_PROFILE, { href: "#" }),
  ),
  mutant(
    "welcome.address",
    "it is elsewhere",
    moved(AT, "/services/auth/home"),
    ONLY_2026,
  ),
];
