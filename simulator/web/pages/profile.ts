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

function shown(taxpayer: Taxpayer, field: ProfileField["field"]): string {
  const value = taxpayer[field] ?? "";
  return field === "registeredOn" ? formatDate(value) : value;
}
