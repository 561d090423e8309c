import { holds, listed } from "../finding.ts";
import { exists, inOrder, marked, says } from "../looks.ts";
import type { Browsing } from "../run/browsing.ts";
import { fields, options, selects } from "../view/controls.ts";
import { same } from "../view/text.ts";
import type { View } from "../view/view.ts";
import type { Look, Visit } from "../visit.ts";
import {
  confirmButton,
  isYesChosen,
  shownDuration,
  yesChosen,
} from "./api-access.ts";

const offered = (view: View): string[] =>
  fields(view, "Duration").flatMap((list) => options(view, list));

/** The offered durations, without the entry that stands for none. */
const durations = (view: View) =>
  offered(view).filter((label) => /\d/.test(label));

const offers =
  (label: string): Look =>
  (view) =>
    holds(
      offered(view).some((option) => same(option, label)),
      `“${label}”`,
      listed(offered(view)),
    );

/** Opens Manage API Access and sees to it that Yes is not chosen. */
async function openWithoutYes({ portal, seeText, settle, shown }: Browsing) {
  await portal.manageApiAccess.open();
  await seeText(shown.apiAccess.label);
  const wasOn = isYesChosen(await settle());
  if (wasOn) await portal.manageApiAccess.choose("No");
  return { wasOn: String(wasOn) };
}

/** Step 5 of the guide: Yes. */
export const yesVisit: Visit = {
  sentence: "Yes on Manage API Access asks for the duration",
  as: "taxpayer",
  does: "reads",
  arrive: async (browsing) => {
    const notes = await openWithoutYes(browsing);
    await browsing.portal.manageApiAccess.choose("Yes");
    return notes;
  },
  looks: {
    "api-access.yes-by-click": yesChosen,
    "api-access.duration": (view) =>
      exists(
        "a list “Duration”",
        fields(view, "Duration").filter(({ name }) => name === "select"),
        view,
        selects(view),
      ),
    "api-access.duration-marked": (view) =>
      marked(view, "Duration", fields(view, "Duration")),
    "api-access.duration-unset": (view, { apiAccess }, { wasOn }) => {
      const first = offered(view)[0] ?? "";
      const shown = shownDuration(view) ?? "";
      const pass =
        same(first, apiAccess.unset) &&
        (same(shown, apiAccess.unset) || wasOn === "true");
      return holds(pass, "“Select” first and shown", listed([first, shown]));
    },
    "api-access.duration-6-hrs": offers("6 hrs"),
    "api-access.duration-12-hrs": offers("12 hrs"),
    "api-access.duration-7-days": offers("7 days"),
    "api-access.duration-30-days": offers("30 days"),
    "api-access.durations": (view, { apiAccess }) => {
      const seen = durations(view);
      const all = inOrder(apiAccess.durations, seen);
      const pass =
        all.result === "pass" && seen.length === apiAccess.durations.length;
      return holds(pass, listed(apiAccess.durations), listed(seen));
    },
    "api-access.longest-30-days": (view) => {
      const last = durations(view).at(-1) ?? "";
      return holds(same(last, "30 days"), "“30 days”", `“${last}”`);
    },
    "api-access.one-select": (view) =>
      holds(selects(view).length === 1, "one", String(selects(view).length)),
    "api-access.duration-help": (view, { apiAccess }) =>
      says(view, apiAccess.durationHelp),
    "api-access.confirm-after-yes": confirmButton,
  },
};

/** Another way to choose Yes. */
function yesBy(
  way: string,
  clause: string,
  choose: (browsing: Browsing) => Promise<void>,
): Visit {
  return {
    sentence: `Yes on Manage API Access can be chosen by ${way}`,
    as: "taxpayer",
    does: "reads",
    arrive: async (browsing) => {
      await openWithoutYes(browsing);
      await choose(browsing);
      return undefined;
    },
    looks: { [clause]: yesChosen },
  };
}

export const yesByLabelVisit = yesBy(
  "its label",
  "api-access.yes-by-label",
  ({ portal }) => portal.manageApiAccess.chooseByLabel("Yes"),
);

export const yesByKeyboardVisit = yesBy(
  "the keyboard",
  "api-access.yes-by-keyboard",
  ({ portal }) => portal.manageApiAccess.yes.press("Space"),
);

export const noVisit: Visit = {
  sentence: "No on Manage API Access asks for no duration",
  as: "taxpayer",
  does: "reads",
  arrive: async ({ portal }) => {
    await portal.manageApiAccess.open();
    await portal.manageApiAccess.choose("Yes");
    await portal.manageApiAccess.choose("No");
    return undefined;
  },
  looks: {
    "api-access.no-hides-duration": (view) => {
      const seen = fields(view, "Duration").length;
      return holds(
        seen === 0,
        "no Duration",
        seen === 0 ? "no Duration" : "a Duration",
      );
    },
  },
};
