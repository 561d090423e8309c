import { BOTH, ONLY_2017, ONLY_2026 } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import {
  all,
  appended,
  attributed,
  edited,
  moved,
  relabelled,
  rewritten,
  scripted,
  styled,
  told,
  without,
} from "../change.ts";
import { mutant } from "../mutant.ts";

const AT = "/services/auth/manageapiaccess";
const STATE = "/services/auth/api/getAPIAccessStatus";
const CONFIRM = "form.api-access [type=submit]";
const DURATION = "label[for=districts]";
const YES_LABEL = "label[for=enable-yes]";

const offered: readonly (readonly [string, readonly EditionName[]])[] = [
  ["6 hrs", BOTH],
  ["12 hrs", ONLY_2017],
  ["7 days", ONLY_2017],
  ["30 days", BOTH],
];

const option = (label: string) => `#districts option:contains("${label}")`;

/** Step 4: Manage API Access as it opens. */
const opened = [
  mutant(
    "api-access.address",
    "it is elsewhere",
    moved(AT, "/services/auth/apiaccess"),
  ),
  mutant(
    "api-access.breadcrumb",
    "its breadcrumb ends early",
    without(AT, ".breadcrumb li:last-child"),
  ),
  mutant(
    "api-access.breadcrumb-link",
    "My Profile of its breadcrumb is text",
    edited(AT, ($) => {
      const link = $(".breadcrumb a[href$=myprofile]");
      link.replaceWith(`<span>${link.text()}</span>`);
    }),
  ),
  mutant(
    "api-access.mandatory-note",
    "it has no note on the mark",
    without(AT, ".mand-text"),
  ),
  mutant("api-access.heading", "it has no heading", without(AT, "h1.h4")),
  mutant(
    "api-access.heading",
    "it is headed otherwise",
    relabelled(AT, "h1.h4", "API Access"),
  ),
  mutant("api-access.label", "the choice has no label", without(AT, "legend")),
  mutant(
    "api-access.label",
    "the choice is labelled otherwise",
    relabelled(AT, "legend", "Enable API"),
  ),
  mutant(
    "api-access.label",
    "the choice's label goes on",
    relabelled(AT, "legend", "Enable API Request here"),
  ),
  mutant(
    "api-access.yes-no",
    "No comes first",
    edited(AT, ($) => {
      $("#enable-no + label").insertBefore("#enable-yes");
      $("#enable-no").insertBefore(
        "#enable-no ~ label[for=enable-no], label[for=enable-no]",
      );
    }),
  ),
  mutant(
    "api-access.yes-no",
    "there is no No",
    without(AT, "#enable-no, #enable-no + label"),
  ),
  mutant(
    "api-access.yes-no",
    "Yes is called Enable",
    relabelled(AT, YES_LABEL, "Enable"),
  ),
  mutant(
    "api-access.yes-no",
    "No is called Disable",
    relabelled(AT, "label[for=enable-no]", "Disable"),
  ),
  mutant(
    "api-access.yes-no",
    "Yes and No are boxes to tick",
    attributed(AT, "fieldset input", { type: "checkbox" }),
  ),
  mutant(
    "api-access.nothing-preset",
    "Yes is preset",
    attributed(AT, "#enable-yes", { checked: "" }),
    ONLY_2017,
  ),
  mutant(
    "api-access.nothing-preset",
    "Yes is preset",
    told(STATE, (answer) => ({ ...answer, isAPIEnable: "Y" })),
    ONLY_2026,
  ),
  mutant(
    "api-access.help",
    "the choice is not explained",
    without(AT, "#enable-help"),
  ),
  mutant(
    "api-access.help",
    "the choice is explained otherwise",
    relabelled(
      AT,
      "#enable-help",
      "Select Yes to enable API access for your GSTIN",
    ),
  ),
  mutant("api-access.confirm", "it has no button", without(AT, CONFIRM)),
  mutant(
    "api-access.confirm",
    "its button says Save",
    relabelled(AT, CONFIRM, "Save"),
  ),
  mutant(
    "api-access.confirm",
    "its button is text",
    edited(AT, ($) => {
      $(CONFIRM).replaceWith("<span>Confirm</span>");
    }),
  ),
  mutant(
    "api-access.no-duration-yet",
    "the Duration is asked for at once",
    styled(AT, ".duration { display: block !important }"),
  ),
];

const clauseOf = (label: string) =>
  `api-access.duration-${label.replace(" ", "-")}`;

/** Step 5: Yes, and the list of durations. */
const yes = [
  mutant(
    "api-access.yes-by-click",
    "Yes cannot be chosen",
    attributed(AT, "#enable-yes", { onclick: "return false" }),
  ),
  mutant(
    "api-access.yes-by-label",
    "the word Yes chooses nothing",
    scripted(
      AT,
      `document.querySelector("${YES_LABEL}").onclick = () => false`,
    ),
  ),
  mutant(
    "api-access.yes-by-keyboard",
    "the space bar chooses nothing",
    scripted(
      AT,
      `document.querySelector("#enable-yes").onkeydown = () => false`,
    ),
  ),
  mutant(
    "api-access.duration",
    "no Duration is asked for",
    without(AT, ".duration"),
  ),
  mutant(
    "api-access.duration",
    "the Duration is called otherwise",
    relabelled(AT, DURATION, "Period"),
  ),
  mutant(
    "api-access.duration",
    "the Duration is typed",
    edited(AT, ($) => {
      $("#districts").replaceWith('<input id="districts" name="exDm">');
    }),
  ),
  mutant(
    "api-access.duration-marked",
    "the Duration carries no mark",
    attributed(AT, DURATION, { class: "reg" }),
  ),
  mutant(
    "api-access.duration-unset",
    "a duration is preset",
    attributed(AT, option("7 days"), { selected: "" }),
    ONLY_2017,
  ),
  mutant(
    "api-access.duration-unset",
    "the list has no Select",
    without(AT, option("Select")),
    ONLY_2017,
  ),
  mutant(
    "api-access.duration-unset",
    "the list begins otherwise",
    relabelled(AT, option("Select"), "Choose"),
    ONLY_2017,
  ),
  ...offered.flatMap(([label, editions]) => [
    mutant(
      `${clauseOf(label)} api-access.durations`,
      `the list does not offer ${label}`,
      without(AT, option(label)),
      editions,
    ),
    mutant(
      `${clauseOf(label)} api-access.durations`,
      `the list offers ${label} by another name`,
      relabelled(
        AT,
        option(label),
        label.replace("hrs", "hours").replace("days", "d"),
      ),
      editions,
    ),
  ]),
  mutant(
    "api-access.durations api-access.longest-30-days",
    "the list offers 90 days too",
    appended(AT, "#districts", "<option>90 days</option>"),
  ),
  mutant(
    "api-access.durations",
    "the list offers 1 hr too",
    edited(AT, ($) => {
      $(option("Select")).after("<option>1 hr</option>");
    }),
  ),
  mutant(
    "api-access.durations",
    "the list offers 12 hrs and 7 days as in 2017",
    edited(AT, ($) => {
      $(option("6 hrs")).after(
        "<option>12 hrs</option><option>7 days</option>",
      );
    }),
    ONLY_2026,
  ),
  mutant(
    "api-access.durations api-access.longest-30-days",
    "the longest duration comes first",
    edited(AT, ($) => {
      $(option("30 days")).insertBefore(option("6 hrs"));
    }),
  ),
  mutant(
    "api-access.longest-30-days",
    "the longest duration is 31 days",
    relabelled(AT, option("30 days"), "31 days"),
  ),
  mutant(
    "api-access.duration-help",
    "the Duration is not explained",
    without(AT, "#duration-help"),
  ),
  mutant(
    "api-access.duration-help",
    "the Duration is explained otherwise",
    rewritten(AT, (html) => html.replace("by providing OTP again", "later")),
  ),
  mutant(
    "api-access.no-hides-duration",
    "the Duration stays once it was there",
    all(
      scripted(
        AT,
        `document.querySelector("#enable-yes").addEventListener("click", () => {
          document.querySelector(".duration").style.display = "block";
        })`,
      ),
    ),
  ),
  mutant(
    "api-access.confirm-after-yes",
    "Yes takes the button away",
    scripted(
      AT,
      `document.querySelector("#enable-yes").addEventListener("click", () => {
        document.querySelector("${CONFIRM}").remove();
      })`,
    ),
  ),
];

/** Steps 4 and 5. */
export const apiAccessMutants = [...opened, ...yes];
