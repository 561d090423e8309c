import { BOTH, ONLY_2017 } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import {
  all,
  attributed,
  edited,
  reworded,
  scripted,
  sent,
  told,
} from "../change.ts";
import type { Call } from "../change.ts";
import { mutant } from "../mutant.ts";

const AT = "/services/auth/manageapiaccess";
const STATE = "/services/auth/api/getAPIAccessStatus";

/** Another choice reaches the portal than was made. */
const chosen = (edit: (choice: Call["fields"]) => Call["fields"]) =>
  sent(/manageapiaccess|updateAPIAccessStatus/, (fields) => ({
    ...fields,
    ...edit(fields),
  }));

/** Yes for `minutes` reaches the portal as a Yes for others. */
const mistaken = (minutes: number, instead: number) =>
  chosen(({ exDm = "" }) => ({
    exDm: exDm === String(minutes) ? String(instead) : exDm,
  }));

/** The page shows another state on return than it has; its own script asks for it again. */
const remembered = (isAPIEnable: string, exDm: string) =>
  all(
    edited(AT, ($) => {
      $("fieldset input").removeAttr("checked");
      $(`fieldset input[value="${isAPIEnable}"]`).attr("checked", "");
      $("#districts option").removeAttr("selected");
      $(`#districts option[value="${exDm}"]`).attr("selected", "");
    }),
    told(STATE, (answer) => ({ ...answer, isAPIEnable, exDm })),
  );

/** CONFIRM is pressed and nothing happens. */
const deaf = attributed(AT, "form.api-access [type=submit]", {
  type: "button",
});

const durations: readonly (readonly [
  string,
  number,
  number,
  readonly EditionName[],
])[] = [
  ["6 hrs", 360, 43_200, BOTH],
  ["12 hrs", 720, 360, ONLY_2017],
  ["7 days", 10_080, 720, ONLY_2017],
  ["30 days", 43_200, 360, BOTH],
];

const enables = durations.flatMap(([label, minutes, instead, editions]) => {
  const clause = `api-access.enables-${label.replace(" ", "-")}`;
  return [
    mutant(
      clause,
      `${label} gives another duration`,
      mistaken(minutes, instead),
      editions,
    ),
    mutant(
      clause,
      `a Yes for ${label} is taken for a No`,
      chosen(({ exDm = "" }) =>
        exDm === String(minutes) ? { isAPIEnable: "N" } : {},
      ),
      editions,
    ),
    mutant(clause, `CONFIRM does nothing for ${label}`, deaf, editions),
  ];
});

/** Step 6: what CONFIRM does. */
export const confirmMutants = [
  ...enables,
  mutant(
    "api-access.enables-6-hrs",
    "a Yes is answered otherwise",
    reworded("Your API session will now be active for", "Saved:"),
  ),
  mutant(
    "api-access.enables-tells-otp",
    "a Yes does not tell of the next OTP",
    reworded("you have to again authenticate using OTP", "sign in again"),
  ),
  mutant("api-access.shows-on", "a Yes is forgotten", remembered("", "")),
  mutant(
    "api-access.shows-on",
    "a Yes is remembered as a No",
    remembered("N", ""),
  ),
  mutant(
    "api-access.shows-on",
    "a Yes is remembered without its duration",
    remembered("Y", ""),
  ),
  mutant(
    "api-access.shows-on",
    "30 days are remembered as 6 hrs",
    remembered("Y", "360"),
  ),
  mutant(
    "api-access.shows-on",
    "6 hrs are remembered as 30 days",
    remembered("Y", "43200"),
  ),
  mutant(
    "api-access.duration-required",
    "Yes without a duration gives 6 hrs",
    chosen(({ exDm = "" }) => ({ exDm: exDm === "" ? "360" : exDm })),
  ),
  mutant(
    "api-access.duration-required",
    "Yes without a duration gives 30 days and says nothing",
    all(
      chosen(({ exDm = "" }) => ({ exDm: exDm === "" ? "43200" : exDm })),
      scripted(
        AT,
        `document.querySelector("form").addEventListener("submit", () => {
          const [yes, list] = ["enable-yes", "districts"].map((id) => document.getElementById(id));
          if (!yes.checked || list.value !== "") return;
          document.documentElement.style.visibility = "hidden";
        })`,
      ),
    ),
  ),
  mutant(
    "api-access.disables",
    "No does nothing",
    scripted(
      AT,
      `document.querySelector("#enable-no").addEventListener("click", () => {
        document.querySelector("form.api-access [type=submit]").type = "button";
      })`,
    ),
  ),
  mutant(
    "api-access.disables",
    "a No is taken for a Yes",
    chosen(({ isAPIEnable = "" }) =>
      isAPIEnable === "N" ? { isAPIEnable: "Y", exDm: "360" } : {},
    ),
  ),
  mutant(
    "api-access.disables",
    "a No is refused",
    chosen(({ isAPIEnable = "" }) =>
      isAPIEnable === "N" ? { isAPIEnable: "?" } : {},
    ),
  ),
  mutant(
    "api-access.disables",
    "a No is answered otherwise",
    reworded("API access has been disabled with immediate effect", "Saved"),
  ),
  mutant(
    "api-access.shows-off",
    "a No is remembered as a Yes",
    remembered("Y", "360"),
  ),
  mutant(
    "api-access.shows-off",
    "Yes is preset whatever was chosen",
    remembered("Y", ""),
  ),
];
