import { specifyVisits } from "./portal-specs.ts";
import { VISITS } from "./visits.ts";

specifyVisits(VISITS.logout);
