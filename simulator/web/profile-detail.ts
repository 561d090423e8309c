import { formatDate } from "../domain/ist.ts";
import { displayName } from "../domain/taxpayer.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";

/** A taxpayer as the portal's profile call tells it (facts: portal §5, confidence B). */
export function profileDetail(taxpayer: Taxpayer) {
  return {
    gstin: taxpayer.gstin,
    lgnm: taxpayer.legalName,
    tradeNam: displayName(taxpayer),
    sts: taxpayer.status,
    rgdt: formatDate(taxpayer.registeredOn),
    ctb: taxpayer.constitution,
    dty: taxpayer.taxpayerType,
    stj: taxpayer.stateJurisdiction,
    ctj: taxpayer.centreJurisdiction,
    nba: taxpayer.businessActivities,
    pradr: { adr: taxpayer.address },
    contacted: {
      name: taxpayer.people[0] ?? "",
      mobNum: taxpayer.mobile,
      email: taxpayer.email,
    },
    mbr: taxpayer.people,
  };
}
