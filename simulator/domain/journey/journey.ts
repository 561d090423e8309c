import type { Edition } from "../editions.ts";

/** A step of the guide. Its words are in `views/languages`. */
export interface Step {
  readonly id: string;
  /** The page where it is taken. */
  readonly path: string;
  /** What the board of a class calls it once it is reached. */
  readonly reached: string;
}

/**
 * One thing to do on a page. Everything that says where it is or whether it is done is a CSS
 * selector, so that a page's script and a program that drives a browser read the same data.
 */
export interface Stop {
  /** Names its words in `views/languages`. */
  readonly id: string;
  /** Counted from 1. */
  readonly step: number;
  /** The views (of `views/pages`) where it can be done; every view where it is left out. */
  readonly views?: readonly string[];
  readonly act: "type" | "press" | "choose" | "look";
  readonly target: string;
  /** What to mark, where the target itself is not what a person sees. */
  readonly mark?: string;
  /** What the portal calls the target; none where that is not always the same. */
  readonly label?: string;
  /** It is done once something matches. */
  readonly until?: string;
  /** A detour: only while something matches, and then before all else. */
  readonly when?: string;
  /** Whether an edition has it; every one has where it is left out. */
  readonly in?: (edition: Edition) => boolean;
}

/** The six steps of the guide. */
export const STEPS: readonly Step[] = [
  { id: "sign-in", path: "/services/login", reached: "Signed in" },
  {
    id: "open-profile",
    path: "/services/auth/fowelcome",
    reached: "Home screen",
  },
  { id: "find-link", path: "/services/auth/myprofile", reached: "Profile" },
  {
    id: "read-switch",
    path: "/services/auth/manageapiaccess",
    reached: "Manage API Access",
  },
  {
    id: "choose-yes",
    path: "/services/auth/manageapiaccess",
    reached: "Yes chosen",
  },
  {
    id: "choose-duration",
    path: "/services/auth/manageapiaccess",
    reached: "Confirmed",
  },
];

const LOGIN = ["login"];
const OTP = ["otp-for-auth"];
const SWITCH = ["manage-api-access"];

/**
 * What is done on the way, in order. The tour, the guide, the demo and their specs go by it. A
 * table: as long as the way is.
 */
export const STOPS: readonly Stop[] = [
  {
    id: "username",
    step: 1,
    views: LOGIN,
    act: "type",
    target: "#username",
    label: "Username",
    until: "#username:not(:placeholder-shown)",
  },
  {
    id: "password",
    step: 1,
    views: LOGIN,
    act: "type",
    target: "#user_pass",
    label: "Password",
    until: "#user_pass:not(:placeholder-shown)",
  },
  {
    id: "captcha",
    step: 1,
    views: LOGIN,
    act: "type",
    target: "#captcha",
    label: "Type the characters you see in the image below",
    until: "#captcha:not(:placeholder-shown)",
    in: ({ login }) => login.captcha,
  },
  {
    id: "login",
    step: 1,
    views: LOGIN,
    act: "press",
    target: "[name=loginform] [type=submit]",
    label: "Login",
  },
  {
    id: "refused",
    step: 1,
    views: LOGIN,
    act: "type",
    target: "#user_pass",
    when: "[name=errContainer] .alert",
  },
  {
    id: "otp",
    step: 1,
    views: OTP,
    act: "type",
    target: "#otp",
    until: "#otp:valid",
    in: ({ login }) => login.deviceCheck,
  },
  {
    id: "otp-refused",
    step: 1,
    views: OTP,
    act: "press",
    target: "#content .alert a",
    when: "#content .alert-danger",
    in: ({ login }) => login.deviceCheck,
  },
  {
    id: "otp-send",
    step: 1,
    views: OTP,
    act: "press",
    target: "#content [type=submit]",
    label: "Continue",
    in: ({ login }) => login.deviceCheck,
  },
  {
    id: "expired",
    step: 1,
    views: ["change-password"],
    act: "type",
    target: "#old_pass",
    when: "#content .alert-danger",
  },
  {
    id: "window",
    step: 2,
    act: "press",
    target: "dialog[open] .btn-primary",
    when: "dialog[open]",
  },
  {
    id: "view-profile",
    step: 2,
    views: ["welcome", "dashboard"],
    act: "press",
    target: ".tp-pfl-lnk",
    label: "View Profile",
  },
  {
    id: "quick-link",
    step: 3,
    views: ["profile"],
    act: "press",
    target: ".list-group [href$='/manageapiaccess']",
    label: "Manage API Access",
  },
  {
    id: "switch",
    step: 4,
    views: SWITCH,
    act: "look",
    target: ".api-access fieldset",
    label: "Enable API Request",
    until: "[name=isAPIEnable]:checked",
  },
  {
    id: "yes",
    step: 5,
    views: SWITCH,
    act: "choose",
    target: "#enable-yes",
    mark: "[for=enable-yes]",
    label: "Yes",
    until: "#enable-yes:checked",
  },
  {
    id: "no",
    step: 5,
    views: SWITCH,
    act: "choose",
    target: "#enable-yes",
    mark: "[for=enable-yes]",
    label: "Yes",
    when: "#enable-no:checked",
  },
  {
    id: "duration",
    step: 6,
    views: SWITCH,
    act: "choose",
    target: "#districts",
    label: "Duration",
    until: "#districts option:checked:not([value=''])",
  },
  {
    id: "confirm",
    step: 6,
    views: SWITCH,
    act: "press",
    target: ".api-access [type=submit]",
    label: "Confirm",
  },
  {
    id: "done",
    step: 6,
    views: SWITCH,
    act: "look",
    target: "#content .alert-success",
    // A No is answered by a message too.
    when: "#content .alert-success[data-access=Y]",
  },
];

/** What can be done on a page of an edition. */
export function stopsOn(view: string, edition: Edition): Stop[] {
  return STOPS.filter(
    (stop) =>
      (stop.views?.includes(view) ?? true) && (stop.in?.(edition) ?? true),
  );
}

/** The stops of a step for whom nothing comes in between. */
export function straightStops(step: number, edition: Edition): Stop[] {
  return STOPS.filter(
    (stop) =>
      stop.step === step &&
      stop.when === undefined &&
      !stop.views?.some((view) => OTP.includes(view)) &&
      (stop.in?.(edition) ?? true),
  );
}
