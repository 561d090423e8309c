import type { EditionName } from "../contract/clause.ts";
import type { Visit } from "./visit.ts";
import {
  noVisit,
  yesByKeyboardVisit,
  yesByLabelVisit,
  yesVisit,
} from "./visits/api-access-yes.ts";
import { apiAccessVisit } from "./visits/api-access.ts";
import {
  disablesVisit,
  durationRequiredVisit,
  enablesVisits,
  showsOffVisit,
  showsOnVisit,
} from "./visits/confirm.ts";
import { loginVisit, rootVisit } from "./visits/login.ts";
import {
  activitiesVisit,
  linkVisit,
  peopleVisit,
  profileVisit,
  tabsVisit,
} from "./visits/profile.ts";
import {
  deniedVisit,
  loggedOutVisit,
  logoutVisit,
  menuProfileVisit,
  menuVisit,
} from "./visits/session.ts";
import {
  captchaVisit,
  emptyFormVisit,
  lockVisit,
  signInVisit,
  wrongCaptchaVisit,
  wrongSignInVisit,
} from "./visits/sign-in.ts";
import {
  popupVisit,
  viewProfileVisit,
  welcomeVisit,
} from "./visits/welcome.ts";

/**
 * Every visit, by the spec that makes it; in an order in which one sign-in serves all that
 * need one.
 */
export const VISITS = {
  login: [
    loginVisit,
    rootVisit,
    captchaVisit,
    emptyFormVisit,
    wrongSignInVisit,
    wrongCaptchaVisit,
    lockVisit,
    deniedVisit,
    signInVisit,
  ],
  welcome: [
    welcomeVisit,
    popupVisit,
    viewProfileVisit,
    menuVisit,
    menuProfileVisit,
  ],
  profile: [profileVisit, tabsVisit, peopleVisit, activitiesVisit, linkVisit],
  manageApiAccess: [
    apiAccessVisit,
    yesVisit,
    yesByLabelVisit,
    yesByKeyboardVisit,
    noVisit,
    ...enablesVisits,
    showsOnVisit,
    durationRequiredVisit,
    disablesVisit,
    showsOffVisit,
  ],
  logout: [logoutVisit, loggedOutVisit],
} satisfies Record<string, readonly Visit[]>;

/** The visits to a portal of that edition. */
export function visitsOf(edition: EditionName): readonly Visit[] {
  return Object.values<readonly Visit[]>(VISITS)
    .flat()
    .filter(({ editions }) => editions?.includes(edition) ?? true);
}
