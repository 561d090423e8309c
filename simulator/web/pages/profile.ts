import { Router } from "express";
import type { ProfileField } from "../../domain/editions.ts";
import { formatDate } from "../../domain/ist.ts";
import type { Taxpayer } from "../../domain/taxpayer.ts";
import type { SendPage } from "../page.ts";
import { LANDING } from "./landing.ts";

export const PROFILE = "/services/auth/myprofile";

/** The way to the profile, for the pages below it. */
export const toProfile = [
  { label: "Dashboard", href: LANDING },
  { label: "My Profile", href: PROFILE },
] as const;

export function profilePage(send: SendPage): Router {
  const router = Router();
  router.get(PROFILE, (req, res) => {
    const { taxpayer } = req;
    const { fields } = req.world.portal.edition.profile;
    send(req, res, {
      view: "profile",
      title: "My Profile",
      breadcrumb: [toProfile[0], { label: "My Profile" }],
      model: {
        taxpayer,
        fields: fields.map(({ label, field }) => ({
          label,
          value: shown(taxpayer, field),
        })),
      },
    });
  });
  return router;
}

/** What stands in a box. Who is still to be asked for Aadhaar has not been authenticated. */
function shown(taxpayer: Taxpayer, field: ProfileField["field"]): string {
  switch (field) {
    case "registeredOn":
      return formatDate(taxpayer.registeredOn);
    case "aadhaarAuthenticated":
      return taxpayer.popups.includes("aadhaar") ? "No" : "Yes";
    case "eKycVerified":
      return "No";
    default:
      return taxpayer[field] ?? "";
  }
}
