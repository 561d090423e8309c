import { BOTH, ONLY_2017 } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import { holds, listed } from "../finding.ts";
import { says } from "../looks.ts";
import type { Browsing } from "../run/browsing.ts";
import { same } from "../view/text.ts";
import type { Visit } from "../visit.ts";
import { chosenAnswers, isYesChosen, shownDuration } from "./api-access.ts";

/** Confirms Yes for a duration, and returns when the portal has taken it. */
export async function enable(
  { portal, seeText, shown }: Browsing,
  duration: string,
) {
  const page = portal.manageApiAccess;
  await page.open();
  await page.choose("Yes");
  await page.pickDuration(duration);
  await page.confirm();
  await seeText(shown.apiAccess.enabled);
}

/** Confirms No, and returns when the portal has taken it. */
export async function disable({ portal, seeText, shown }: Browsing) {
  await portal.manageApiAccess.open();
  await portal.manageApiAccess.choose("No");
  await portal.manageApiAccess.confirm();
  await seeText(shown.apiAccess.disabled);
}

/** Away and back again. */
async function comeBack({ portal, seeText, settle, shown }: Browsing) {
  await portal.welcome.open();
  await portal.manageApiAccess.open();
  await seeText(shown.apiAccess.label);
  return settle();
}

function enablesVisit(
  duration: string,
  editions: readonly EditionName[] = BOTH,
  looks: Visit["looks"] = {},
): Visit {
  return {
    sentence: `Yes, ${duration} and Confirm turn API access on for that long`,
    as: "taxpayer",
    does: "changes",
    editions,
    arrive: async ({ portal }) => {
      await portal.manageApiAccess.open();
      await portal.manageApiAccess.choose("Yes");
      await portal.manageApiAccess.pickDuration(duration);
      await portal.manageApiAccess.confirm();
      return undefined;
    },
    looks: {
      [`api-access.enables-${duration.replace(" ", "-")}`]: (
        view,
        { apiAccess },
      ) => says(view, `${apiAccess.enabled} ${duration}`),
      ...looks,
    },
  };
}

export const enablesVisits: readonly Visit[] = [
  enablesVisit("6 hrs"),
  enablesVisit("12 hrs", ONLY_2017),
  enablesVisit("7 days", ONLY_2017),
  enablesVisit("30 days", BOTH, {
    "api-access.enables-tells-otp": (view, { apiAccess }) =>
      says(view, apiAccess.otpLater.replace("…", "30 days")),
  }),
];

export const showsOnVisit: Visit = {
  sentence: "Manage API Access shows the duration that was confirmed",
  as: "taxpayer",
  does: "changes",
  arrive: async (browsing) => {
    await enable(browsing, "30 days");
    const longest = shownDuration(await comeBack(browsing));
    await enable(browsing, "6 hrs");
    await comeBack(browsing);
    return { longest: longest ?? "no duration" };
  },
  looks: {
    "api-access.shows-on": (view, _shown, { longest = "" }) => {
      const shortest = shownDuration(view) ?? "no duration";
      return holds(
        isYesChosen(view) &&
          same(shortest, "6 hrs") &&
          same(longest, "30 days"),
        `Yes; ${listed(["30 days", "6 hrs"])}, as confirmed one after the other`,
        `${listed(chosenAnswers(view))}; ${listed([longest, shortest])}`,
      );
    },
  },
};

export const durationRequiredVisit: Visit = {
  sentence: "Yes without a duration turns nothing on",
  as: "taxpayer",
  does: "changes",
  arrive: async (browsing) => {
    const page = browsing.portal.manageApiAccess;
    await disable(browsing);
    await page.open();
    await page.choose("Yes");
    await browsing.settle();
    // A portal may also keep the button from being pressed.
    if (await page.confirmButton.isEnabled()) await page.confirm();
    const { text } = await browsing.settle();
    await comeBack(browsing);
    return { answer: text };
  },
  looks: {
    "api-access.duration-required": (view, { apiAccess }, { answer = "" }) => {
      const said = answer.includes(apiAccess.enabled);
      return holds(
        !said && !isYesChosen(view),
        "no success, and no Yes on return",
        `${said ? "success" : "no success"}, ${listed(chosenAnswers(view))} on return`,
      );
    },
  },
};

export const disablesVisit: Visit = {
  sentence: "No and Confirm turn API access off",
  as: "taxpayer",
  does: "changes",
  arrive: async (browsing) => {
    const page = browsing.portal.manageApiAccess;
    await enable(browsing, "6 hrs");
    await page.open();
    await page.choose("No");
    await page.confirm();
    return undefined;
  },
  looks: {
    "api-access.disables": (view, { apiAccess }) =>
      says(view, apiAccess.disabled),
  },
};

export const showsOffVisit: Visit = {
  sentence: "Manage API Access shows that access was turned off",
  as: "taxpayer",
  does: "changes",
  arrive: async (browsing) => {
    await enable(browsing, "6 hrs");
    await disable(browsing);
    await comeBack(browsing);
    return undefined;
  },
  looks: {
    "api-access.shows-off": (view) =>
      holds(
        !isYesChosen(view),
        "“Yes” not chosen",
        `chosen: ${listed(chosenAnswers(view))}`,
      ),
  },
};
