import { holds, listed } from "../finding.ts";
import {
  at,
  breadcrumbIs,
  exists,
  labelled,
  rendered,
  says,
} from "../looks.ts";
import {
  buttons,
  chosenOption,
  fields,
  isChecked,
  nameOf,
  radios,
  selects,
} from "../view/controls.ts";
import { breadcrumbLinks, headings, named } from "../view/places.ts";
import { same } from "../view/text.ts";
import type { View } from "../view/view.ts";
import type { Look, Visit } from "../visit.ts";

/** The names of the radio buttons that are chosen. */
export const chosenAnswers = (view: View): string[] =>
  radios(view)
    .filter((radio) => isChecked(radio))
    .map((radio) => nameOf(view, radio));

/** What the list of durations shows; `undefined` where there is no such list. */
export function shownDuration(view: View): string | undefined {
  const [list] = fields(view, "Duration");
  return list && chosenOption(view, list);
}

export const confirmButton: Look = (view) =>
  exists(
    "a button “Confirm”",
    named(view, buttons(view), "Confirm"),
    view,
    buttons(view),
  );

export const isYesChosen = (view: View): boolean =>
  chosenAnswers(view).some((answer) => same(answer, "Yes"));

export const yesChosen: Look = (view) =>
  holds(
    isYesChosen(view),
    "“Yes” chosen",
    `chosen: ${listed(chosenAnswers(view))}`,
  );

/** Step 4 of the guide: Manage API Access as it opens. */
export const apiAccessVisit: Visit = {
  sentence: "Manage API Access opens as the guide shows it",
  as: "taxpayer",
  does: "reads",
  page: "manage-api-access",
  arrive: async ({ portal }) => {
    await portal.manageApiAccess.open();
    return undefined;
  },
  looks: {
    "api-access.address": at("/services/auth/manageapiaccess"),
    "api-access.breadcrumb": (view) =>
      breadcrumbIs(view, ["Dashboard", "My Profile", "Manage API Access"]),
    "api-access.breadcrumb-link": (view) => {
      const inside = breadcrumbLinks(view);
      return exists(
        "a link “My Profile” in the breadcrumb",
        named(view, inside, "My Profile"),
        view,
        inside,
      );
    },
    "api-access.mandatory-note": (view) =>
      says(view, "indicates mandatory fields"),
    "api-access.heading": (view) =>
      exists(
        "the heading “Manage API Access”",
        headings(view, "Manage API Access"),
        view,
        [],
      ),
    "api-access.label": (view, { apiAccess }) =>
      labelled(view, apiAccess.label),
    "api-access.yes-no": (view) => {
      const names = radios(view).map((radio) => nameOf(view, radio));
      const pass =
        names.length >= 2 &&
        same(names[0] ?? "", "Yes") &&
        same(names[1] ?? "", "No");
      return holds(pass, listed(["Yes", "No"]), listed(names));
    },
    "api-access.nothing-preset": (view, { apiAccess }) => {
      const chosen = chosenAnswers(view);
      const duration = shownDuration(view) ?? "no duration";
      const isOn =
        isYesChosen(view) &&
        apiAccess.durations.some((offered) => same(offered, duration));
      const isOff = chosen.length === 1 && same(chosen[0] ?? "", "No");
      return holds(
        chosen.length === 0 || isOn || isOff,
        "neither, or the state that was confirmed before",
        `chosen: ${listed([...chosen, duration])}`,
      );
    },
    "api-access.help": (view, { apiAccess }) => says(view, apiAccess.help),
    "api-access.confirm": confirmButton,
    "api-access.one-submit": (view) => {
      const submits = view.seen("button[type=submit], input[type=submit]");
      return holds(submits.length === 1, "one", String(submits.length));
    },
    "api-access.no-duration-yet": rendered((view) => {
      if (isYesChosen(view)) {
        return holds(true, "a Duration, as Yes is chosen", "Yes is chosen");
      }
      const seen = [...fields(view, "Duration"), ...selects(view)].length;
      return holds(
        seen === 0,
        "no Duration",
        seen === 0 ? "no Duration" : "a Duration",
      );
    }),
  },
};
